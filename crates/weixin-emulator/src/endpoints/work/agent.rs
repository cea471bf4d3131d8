//! Settings of the WeCom app (应用管理).

use weixin_api::{AgentId, Empty, ErrCode};
use weixin_work::agent::{
    Agent, AgentList, AllowedUser, AllowedUsers, GetAgent, GetAgents, ListedAgent, SetAgent,
};

use super::{ApiError, RequestContext, check_agent, media};

pub(in super::super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetAgent,
) -> Result<Agent, ApiError> {
    check_agent(ctx, request.agentid)?;
    let account = ctx.account()?;
    let visible_to = ctx.state.people_of(&account.id).filter(|person| person.following);
    let visible_to: Vec<_> = visible_to.map(|person| AllowedUser::new(&person.id)).collect();
    let mut users = AllowedUsers::new();
    users.user = visible_to;
    let mut agent = account.app.clone();
    (agent.agentid, agent.name) = (own(account.agent), account.name.clone());
    agent.allow_userinfos = Some(users);
    agent.close = Some(false);
    Ok(agent)
}

pub(in super::super) fn list(
    ctx: &mut RequestContext<'_>,
    _: GetAgents,
) -> Result<AgentList, ApiError> {
    let account = ctx.account()?;
    let mut app = ListedAgent::new(own(account.agent), account.name.as_str());
    app.square_logo_url.clone_from(&account.app.square_logo_url);
    // The contacts secret does not belong to an app.
    let apps = if ctx.has_contacts_token { Vec::new() } else { vec![app] };
    Ok(AgentList::new(apps))
}

pub(in super::super) fn set(
    ctx: &mut RequestContext<'_>,
    request: SetAgent,
) -> Result<Empty, ApiError> {
    check_agent(ctx, request.agentid)?;
    let fits = |text: &Option<String>, least: usize, max: usize| {
        text.as_ref().is_none_or(|text| (least..=max).contains(&text.chars().count()))
    };
    if !fits(&request.name, 1, 32) || !fits(&request.description, 4, 120) {
        return Err(ApiError::with_message(ErrCode::new(40058), "invalid name or description"));
    }
    let logo = match &request.logo_mediaid {
        None => None,
        Some(id) => Some(ctx.state.picture_url(&media::find(ctx, id)?.id)),
    };
    let account = ctx.account_mut()?;
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
    ctx.state.mark_dirty();
    Ok(Empty {})
}

fn own(agent: Option<AgentId>) -> AgentId {
    agent.unwrap_or(AgentId::new(0))
}
