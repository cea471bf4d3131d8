//! The WeCom app itself.

use weixin_api::{AgentId, Empty, ErrCode};
use weixin_work::agent::{
    Agent, AgentList, AllowedUser, AllowedUsers, GetAgent, GetAgents, ListedAgent, SetAgent,
};

use super::{Desk, Refusal, check_agent, media};

pub(in super::super) fn get(desk: &mut Desk<'_>, request: GetAgent) -> Result<Agent, Refusal> {
    check_agent(desk, request.agentid)?;
    let account = desk.account()?;
    let seeing = desk.world.people_of(&account.id).filter(|person| person.following);
    let seeing: Vec<_> = seeing.map(|person| AllowedUser::new(&person.id)).collect();
    let mut users = AllowedUsers::new();
    users.user = seeing;
    let mut agent = account.app.clone();
    (agent.agentid, agent.name) = (own(account.agent), account.name.clone());
    agent.allow_userinfos = Some(users);
    agent.close = Some(false);
    Ok(agent)
}

pub(in super::super) fn list(desk: &mut Desk<'_>, _: GetAgents) -> Result<AgentList, Refusal> {
    let account = desk.account()?;
    let mut app = ListedAgent::new(own(account.agent), account.name.as_str());
    app.square_logo_url.clone_from(&account.app.square_logo_url);
    // The contacts' secret belongs to no app.
    let apps = if desk.keeps_contacts { Vec::new() } else { vec![app] };
    Ok(AgentList::new(apps))
}

pub(in super::super) fn set(desk: &mut Desk<'_>, request: SetAgent) -> Result<Empty, Refusal> {
    check_agent(desk, request.agentid)?;
    let fits = |text: &Option<String>, least: usize, most: usize| {
        text.as_ref().is_none_or(|text| (least..=most).contains(&text.chars().count()))
    };
    if !fits(&request.name, 1, 32) || !fits(&request.description, 4, 120) {
        return Err(Refusal::new(ErrCode::new(40058), "invalid name or description"));
    }
    let logo = match &request.logo_mediaid {
        None => None,
        Some(id) => Some(desk.world.picture_url(&media::find(desk, id)?.id)),
    };
    let account = desk.account_mut()?;
    let app = &mut account.app;
    app.square_logo_url = logo.or(app.square_logo_url.take());
    app.description = request.description.or(app.description.take());
    app.redirect_domain = request.redirect_domain.or(app.redirect_domain.take());
    app.home_url = request.home_url.or(app.home_url.take());
    app.isreportenter = request.isreportenter.or(app.isreportenter);
    app.report_location_flag = request.report_location_flag.or(app.report_location_flag);
    if let Some(name) = request.name {
        account.name = name;
    }
    desk.world.touch();
    Ok(Empty {})
}

fn own(agent: Option<AgentId>) -> AgentId {
    agent.unwrap_or(AgentId::new(0))
}
