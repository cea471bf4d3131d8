//! What follows when a person does something: the state changes, the chat shows it, and the
//! platform pushes it.

use std::{collections::HashMap, sync::Arc};

use weixin_protocol::{AppId, Product, UserId};

use super::{Deed, scan, write};
use crate::{
    Problem,
    platform::Platform,
    push::{self, Progress, Push},
    timeline::{Content, EntryId, Happening, Sender, Via},
    world::{Deserves, QrCode, SubscriptionForm, World},
};

/// What became of a deed.
pub(crate) struct Done {
    /// The bubble or line in the chat.
    pub(crate) message: EntryId,
    pub(crate) progress: Arc<Progress>,
}

/// Lets a person do something. The push is on its way when this returns.
///
/// # Errors
/// If the person cannot do that at this account; nothing happens then.
pub(crate) fn perform(
    platform: &Arc<Platform>,
    account: &AppId,
    person: &UserId,
    deed: Deed,
) -> Result<Done, Problem> {
    let (done, run) = platform.change(|world| {
        check(world, account, person, &deed)?;
        let code = scan::scanned(world, account, &deed)?;
        let written = write::write(world, account, person, &deed, code.as_ref())?;
        follow_up(world, account, person, &deed, code);
        let from = match written.content {
            Content::Action { .. } => Sender::System,
            _ => Sender::Person,
        };
        let (text, text_zh) = in_words(&written.content);
        let message = world.say(account, person, from, Via::Push, None, written.content);
        let push = Push {
            account: account.clone(),
            person: person.clone(),
            inbound: written.inbound,
            text,
            text_zh,
        };
        let (progress, run) = push::start(world, push);
        if let Some(root) = progress.root() {
            world.timeline.change(message, |what| {
                if let Happening::Message(message) = what {
                    message.exchange = Some(root);
                }
            });
        }
        Ok((Done { message, progress }, run))
    })?;
    push::launch(platform, run);
    Ok(done)
}

/// A few words about a deed, and the same in Chinese where they are not the person's own.
fn in_words(content: &Content) -> (String, Option<String>) {
    match content {
        Content::Text { text } => (text.clone(), None),
        // The line begins with the person's name already.
        Content::Action { en, zh } => (en.clone(), Some(zh.clone())),
        other => (other.summary(), Some(other.summary_zh())),
    }
}

/// Whether the person can do that at this account.
fn check(world: &World, account: &AppId, person: &UserId, deed: &Deed) -> Result<(), Problem> {
    let (Some(account), Some(person)) = (world.account(account), world.person(account, person))
    else {
        return Err(Problem::new("There is no such account or person.", "没有该账号或用户。"));
    };
    let (official, mini, work) = (
        account.product == Product::Official,
        account.product == Product::Mini,
        account.product == Product::Work,
    );
    let possible = match deed {
        Deed::Follow { scene: None } | Deed::Unfollow => !mini,
        Deed::Follow { scene: Some(_) }
        | Deed::Scan { .. }
        | Deed::ScanCode { .. }
        | Deed::MenuMessage { .. } => official,
        Deed::Voice { .. }
        | Deed::Video { .. }
        | Deed::Location { .. }
        | Deed::ReportLocation { .. }
        | Deed::Click { .. }
        | Deed::View { .. } => !mini,
        Deed::Enter => mini || work,
        Deed::Subscribe { .. } => !work,
        Deed::Text { .. } | Deed::Image { .. } | Deed::Link { .. } | Deed::Event { .. } => true,
    };
    if let Deed::Subscribe { templates, .. } = deed {
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
            format!("This cannot be done at an account of kind {}.", account.product),
            format!("{} 类账号不支持此操作。", account.product),
        ));
    }
    let stranger = !person.following
        && !matches!(
            deed,
            Deed::Follow { .. }
                | Deed::Scan { .. }
                | Deed::ScanCode { .. }
                | Deed::Subscribe { .. }
                | Deed::Event { .. }
        );
    if stranger {
        return Err(Problem::new(
            format!("{} does not follow the account.", person.name),
            format!("{} 尚未关注该账号。", person.name),
        )
        .hint("Follow it first.", "请先关注。"));
    }
    Ok(())
}

/// What the deed changes: who follows, and which customer-service messages are allowed.
fn follow_up(
    world: &mut World,
    account: &AppId,
    person: &UserId,
    deed: &Deed,
    code: Option<QrCode>,
) {
    let now = world.now();
    let Some(rules) = world.account(account).map(|account| account.rules.windows.clone()) else {
        return;
    };
    let forms: HashMap<String, SubscriptionForm> = world
        .account(account)
        .map(|account| account.subscriptions.iter())
        .into_iter()
        .flatten()
        .map(|form| (form.id.clone(), form.clone()))
        .collect();
    let mini = world.account(account).is_some_and(|account| account.product == Product::Mini);
    let Some(person) = world.person_mut(account, person) else { return };
    let mut deserves = Vec::new();
    match deed {
        Deed::Follow { scene } => {
            (person.following, person.since) = (true, now);
            person.scene = code.map(|code| code.scene);
            deserves.push(Deserves::Follow);
            if scene.is_some() {
                deserves.push(Deserves::Scan);
            }
        }
        Deed::Scan { .. } | Deed::ScanCode { .. } => {
            if !person.following {
                (person.following, person.since) = (true, now);
                person.scene = code.map(|code| code.scene);
                deserves.push(Deserves::Follow);
            }
            deserves.push(Deserves::Scan);
        }
        Deed::Unfollow => {
            person.following = false;
            person.allowances.end();
        }
        Deed::Text { .. }
        | Deed::Image { .. }
        | Deed::Voice { .. }
        | Deed::Video { .. }
        | Deed::Location { .. }
        | Deed::Link { .. } => deserves.push(Deserves::Message),
        Deed::MenuMessage { .. } | Deed::Click { .. } => deserves.push(Deserves::Menu),
        Deed::Event { event, .. } => match event.to_ascii_lowercase().as_str() {
            "click" | "scancode_push" | "scancode_waitmsg" => deserves.push(Deserves::Menu),
            "scan" => deserves.push(Deserves::Scan),
            "subscribe" => {
                (person.following, person.since) = (true, now);
                deserves.push(Deserves::Follow);
            }
            "unsubscribe" => {
                person.following = false;
                person.allowances.end();
            }
            _ => {}
        },
        Deed::Enter if mini => deserves.push(Deserves::Enter),
        Deed::Subscribe { templates, accept: true } => {
            for form in templates.iter().filter_map(|id| forms.get(id)) {
                person.subscribe(form);
            }
        }
        Deed::Subscribe { .. } | Deed::Enter | Deed::View { .. } | Deed::ReportLocation { .. } => {}
    }
    for by in deserves {
        person.allowances.grant(by, &rules, now);
    }
    world.touch();
}
