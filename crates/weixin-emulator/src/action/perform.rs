//! Performs an action: checks it, changes the state, adds it to the chat and pushes it.

use std::{collections::HashMap, sync::Arc};

use weixin_protocol::{AppId, PeerId, Product};

use super::{UserAction, render, scan};
use crate::{
    Problem,
    platform::Platform,
    push::{self, Progress, Push},
    state::{PlatformState, QrCode, SubscriptionTemplate, WindowTrigger},
    timeline::{EntryId, EventKind, MessageContent, Sender, Via},
};

/// A performed action.
pub(crate) struct Performed {
    /// The entry in the chat.
    pub(crate) message: EntryId,
    pub(crate) progress: Arc<Progress>,
}

/// Performs an action of a person. The push has been started when this returns.
///
/// # Errors
/// If the action is not possible. Nothing is changed then.
pub(crate) fn perform(
    platform: &Arc<Platform>,
    account: &AppId,
    person: &PeerId,
    action: UserAction,
) -> Result<Performed, Problem> {
    let (done, run) = platform.update(|state| {
        check(state, account, person, &action)?;
        let code = scan::scanned(state, account, &action)?;
        let written = render::render(state, account, person, &action, code.as_ref())?;
        apply_effects(state, account, person, &action, code);
        let from = match written.content {
            MessageContent::Action { .. } => Sender::System,
            _ => Sender::Person,
        };
        let (text, text_zh) = summary_texts(&written.content);
        let message = state.add_message(account, person, from, Via::Push, None, written.content);
        let push = Push {
            account: account.clone(),
            person: person.clone(),
            inbound: written.inbound,
            text,
            text_zh,
        };
        let (progress, run) = push::start(state, push);
        if let Some(root) = progress.root() {
            state.timeline.update(message, |what| {
                if let EventKind::Message(message) = what {
                    message.exchange = Some(root);
                }
            });
        }
        Ok((Performed { message, progress }, run))
    })?;
    push::launch(platform, run);
    Ok(done)
}

/// A short description of an action, and its Chinese version unless it is the person's own text.
fn summary_texts(content: &MessageContent) -> (String, Option<String>) {
    match content {
        MessageContent::Text { text } => (text.clone(), None),
        // The text already starts with the person's name.
        MessageContent::Action { en, zh } => (en.clone(), Some(zh.clone())),
        other => (other.summary(), Some(other.summary_zh())),
    }
}

/// Checks whether the action is possible.
fn check(
    state: &PlatformState,
    account: &AppId,
    person: &PeerId,
    action: &UserAction,
) -> Result<(), Problem> {
    let (Some(account), Some(person)) = (state.account(account), state.person(account, person))
    else {
        return Err(Problem::new("The account or person does not exist.", "账号或用户不存在。"));
    };
    let (official, mini, work) = (
        account.product == Product::Official,
        account.product == Product::Mini,
        account.product == Product::Work,
    );
    let possible = match action {
        UserAction::Follow { scene: None } | UserAction::Unfollow => !mini,
        UserAction::Follow { scene: Some(_) }
        | UserAction::Scan { .. }
        | UserAction::ScanCode { .. }
        | UserAction::MenuMessage { .. } => official,
        UserAction::Voice { .. }
        | UserAction::Video { .. }
        | UserAction::Location { .. }
        | UserAction::ReportLocation { .. }
        | UserAction::Click { .. }
        | UserAction::View { .. } => !mini,
        UserAction::Enter => mini || work,
        UserAction::Subscribe { .. } => !work,
        UserAction::Text { .. }
        | UserAction::Image { .. }
        | UserAction::Link { .. }
        | UserAction::Event { .. } => true,
    };
    if let UserAction::Subscribe { templates, .. } = action {
        let unknown = templates.iter().find(|id| account.subscriptions.get(id).is_none());
        if let Some(id) = unknown {
            return Err(Problem::new(
                format!("The account has no template {id}."),
                format!("该账号没有模板 {id}。"),
            ));
        }
    }
    if !possible {
        return Err(Problem::new(
            format!("This action is not available for accounts of kind {}.", account.product),
            format!("{} 类账号不支持此操作。", account.product),
        ));
    }
    let must_follow_first = !person.following
        && !matches!(
            action,
            UserAction::Follow { .. }
                | UserAction::Scan { .. }
                | UserAction::ScanCode { .. }
                | UserAction::Subscribe { .. }
                | UserAction::Event { .. }
        );
    if must_follow_first {
        return Err(Problem::new(
            format!("{} does not follow the account.", person.name),
            format!("{} 尚未关注该账号。", person.name),
        )
        .hint("Follow the account first.", "请先关注。"));
    }
    Ok(())
}

/// Applies the effects of an action: following, consents and reply windows.
fn apply_effects(
    state: &mut PlatformState,
    account: &AppId,
    person: &PeerId,
    action: &UserAction,
    code: Option<QrCode>,
) {
    let now = state.now();
    let Some(rules) = state.account(account).map(|account| account.rules.windows.clone()) else {
        return;
    };
    let forms: HashMap<String, SubscriptionTemplate> = state
        .account(account)
        .map(|account| account.subscriptions.iter())
        .into_iter()
        .flatten()
        .map(|form| (form.id.clone(), form.clone()))
        .collect();
    let product = state.account(account).map(|account| account.product);
    let mini = product == Some(Product::Mini);
    let Some(person) = state.person_mut(account, person) else { return };
    let mut triggers = Vec::new();
    match action {
        UserAction::Follow { scene } => {
            (person.following, person.since) = (true, now);
            person.scene = code.map(|code| code.scene);
            triggers.push(WindowTrigger::Follow);
            if scene.is_some() {
                triggers.push(WindowTrigger::Scan);
            }
        }
        UserAction::Scan { .. } | UserAction::ScanCode { .. } => {
            if !person.following {
                (person.following, person.since) = (true, now);
                person.scene = code.map(|code| code.scene);
                triggers.push(WindowTrigger::Follow);
            }
            triggers.push(WindowTrigger::Scan);
        }
        UserAction::Unfollow => {
            person.following = false;
            person.windows.close_all();
        }
        UserAction::Text { .. }
        | UserAction::Image { .. }
        | UserAction::Voice { .. }
        | UserAction::Video { .. }
        | UserAction::Location { .. }
        | UserAction::Link { .. } => triggers.push(WindowTrigger::Message),
        UserAction::MenuMessage { .. } | UserAction::Click { .. } => {
            triggers.push(WindowTrigger::Menu)
        }
        UserAction::Event { event, .. } => match event.to_ascii_lowercase().as_str() {
            "click" | "scancode_push" | "scancode_waitmsg" => triggers.push(WindowTrigger::Menu),
            "scan" => triggers.push(WindowTrigger::Scan),
            "subscribe" => {
                (person.following, person.since) = (true, now);
                triggers.push(WindowTrigger::Follow);
            }
            "unsubscribe" => {
                person.following = false;
                person.windows.close_all();
            }
            _ => {}
        },
        UserAction::Enter if mini => triggers.push(WindowTrigger::Enter),
        UserAction::Subscribe { templates, accept: true } => {
            for form in templates.iter().filter_map(|id| forms.get(id)) {
                person.subscribe(form);
            }
        }
        UserAction::Subscribe { .. }
        | UserAction::Enter
        | UserAction::View { .. }
        | UserAction::ReportLocation { .. } => {}
    }
    // Messages to members of a corp need no window.
    if product != Some(Product::Work) {
        for by in triggers {
            person.windows.open(by, &rules, now);
        }
    }
    state.mark_dirty();
}
