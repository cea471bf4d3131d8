//! The consequences of an action, for assertions in tests.

use std::{fmt, fmt::Write, sync::Arc, time::Duration};

use bytes::Bytes;
use weixin_api::{Clock, SystemClock};
use weixin_protocol::{AppId, PeerId};

use crate::{
    TextMatcher,
    platform::Platform,
    push::{Exchange, Progress},
    state::PlatformState,
    timeline::{
        Article, Entry, EntryId, EventKind, MessageContent, MessageEntry, MessageTrace,
        PushOutcome, Sender, Via,
    },
};

/// How long an expectation waits, in real time.
const EXPECT_TIMEOUT: Duration = Duration::from_secs(10);

/// An action of a person and its consequences: the push with its responses, and the messages that
/// the person receives. The `expect_…` methods check the messages that reach the person after the
/// action, in order. Each takes the next message and waits for it if necessary; if the message is a
/// different one or does not arrive, it panics with a description of what happened. They never move
/// the virtual clock, except [`expect_nothing_for`](Self::expect_nothing_for). A message that was
/// taken by one interaction is not seen by another.
pub struct Interaction {
    platform: Arc<Platform>,
    account: AppId,
    person: PeerId,
    since: u64,
    /// The entry of the action in the chat. `None` if the action was not possible.
    message: Option<EntryId>,
    progress: Arc<Progress>,
}

impl Interaction {
    pub(crate) fn new(
        platform: Arc<Platform>,
        account: AppId,
        person: PeerId,
        since: u64,
        message: Option<EntryId>,
        progress: Arc<Progress>,
    ) -> Self {
        Self { platform, account, person, since, message, progress }
    }

    /// The deliveries of the push and their responses so far.
    pub fn exchange(&self) -> Exchange {
        self.progress.exchange()
    }

    /// What became of the action: its deliveries, the passive reply, the calls that answer it, and
    /// how it ended. `None` if the action was not possible, or is no longer in the timeline. See
    /// [`Emulator::trace`](crate::Emulator::trace) for how calls are attributed.
    pub fn trace(&self) -> Option<MessageTrace> {
        self.platform.read(|state| state.trace(self.message?))
    }

    /// Waits until the platform has finished the push, and returns its outcome.
    ///
    /// # Panics
    /// If the push is not finished within ten seconds of real time.
    pub async fn outcome(&self) -> PushOutcome {
        let over = |_: &mut PlatformState| {
            let outcome = self.progress.outcome();
            (outcome != PushOutcome::Waiting).then_some(outcome)
        };
        match self.wait(over).await {
            Some(outcome) => outcome,
            None => self.fail("the push to be finished", "it is not"),
        }
    }

    /// Expects a text message.
    ///
    /// # Panics
    /// If a different message or none arrives.
    pub async fn expect_text(&mut self, expected: impl TextMatcher) -> &mut Self {
        let wanted = expected.describe();
        match self.next(&wanted).await {
            MessageContent::Text { text } if expected.matches(&text) => self,
            other => self.fail(&wanted, &format!("{} arrived", quoted(&other))),
        }
    }

    /// Expects a picture and returns its bytes.
    ///
    /// # Panics
    /// If a different message or none arrives.
    pub async fn expect_image(&mut self) -> Bytes {
        let content = self.next("a picture").await;
        let MessageContent::Image { media_id: Some(id), .. } = &content else {
            self.fail("a picture", &format!("{} arrived", quoted(&content)))
        };
        let media =
            self.platform.read(|state| state.media.get_any(id).map(|media| media.content.clone()));
        media.unwrap_or_else(|| self.fail("a picture", "its file does not exist"))
    }

    /// Expects a news message (图文消息) and returns its articles.
    ///
    /// # Panics
    /// If a different message or none arrives.
    pub async fn expect_news(&mut self) -> Vec<Article> {
        match self.next("news").await {
            MessageContent::News { articles } => articles,
            other => self.fail("news", &format!("{} arrived", quoted(&other))),
        }
    }

    /// Expects a menu message (菜单消息) and returns the texts of its items.
    ///
    /// # Panics
    /// If a different message or none arrives.
    pub async fn expect_menu_message(&mut self) -> Vec<String> {
        match self.next("a menu message").await {
            MessageContent::MenuMessage { items, .. } => {
                items.into_iter().map(|item| item.content).collect()
            }
            other => self.fail("a menu message", &format!("{} arrived", quoted(&other))),
        }
    }

    /// Expects the platform's notice that the service is not available (“该公众号提供的服务出现故障，请稍后再试”).
    ///
    /// # Panics
    /// If a different message or none arrives.
    pub async fn expect_service_unavailable(&mut self) -> &mut Self {
        let wanted = "the notice \"service not available\"";
        match self.next(wanted).await {
            MessageContent::System { level: crate::timeline::Level::Error, .. } => self,
            other => self.fail(wanted, &format!("{} arrived", quoted(&other))),
        }
    }

    /// Expects any message and returns it.
    ///
    /// # Panics
    /// If no message arrives.
    pub async fn expect_message(&mut self) -> MessageContent {
        self.next("a message").await
    }

    /// Advances the platform's clock by `span` and expects that no message reaches the person
    /// meanwhile.
    ///
    /// # Panics
    /// If a message arrives.
    pub async fn expect_nothing_for(&mut self, span: Duration) -> &mut Self {
        self.platform.clock.advance(span).await;
        let next = self.platform.update(|state| self.take(state));
        match next {
            None => self,
            Some((content, _)) => self.fail("nothing", &format!("{} arrived", quoted(&content))),
        }
    }

    /// Waits for the next message.
    async fn next(&mut self, wanted: &str) -> MessageContent {
        match self.wait(|state| self.take(state)).await {
            Some((content, _)) => content,
            None => self.fail(wanted, "no message arrived"),
        }
    }

    /// Takes the next message to the person that no expectation has taken yet.
    fn take(&self, state: &mut PlatformState) -> Option<(MessageContent, Via)> {
        let (id, found) = state.timeline.iter().find_map(|entry| {
            let message = self.reached(entry)?;
            let free = !state.matched.contains(&entry.id);
            free.then(|| (entry.id, (message.content.clone(), message.via)))
        })?;
        state.matched.insert(id);
        Some(found)
    }

    /// The message of an entry, if it reached the person after this action and is not the reply to
    /// another push.
    fn reached<'e>(&self, entry: &'e Entry) -> Option<&'e MessageEntry> {
        let mine = entry.seq > self.since
            && entry.account.as_ref() == Some(&self.account)
            && entry.person.as_ref() == Some(&self.person);
        let EventKind::Message(message) = &entry.what else { return None };
        let to_person = match message.from {
            Sender::Account => true,
            Sender::System => matches!(message.content, MessageContent::System { .. }),
            Sender::Person => false,
        };
        let answers_another = matches!(message.via, Via::Passive | Via::System)
            && message.exchange.is_some_and(|exchange| !self.progress.has(exchange));
        (mine && to_person && !answers_another).then_some(message)
    }

    /// Waits until `find` returns a value.
    async fn wait<T>(&self, mut find: impl FnMut(&mut PlatformState) -> Option<T>) -> Option<T> {
        let mut changes = self.platform.changes();
        let mut timeout = SystemClock.sleep_until(SystemClock.now() + EXPECT_TIMEOUT);
        loop {
            changes.mark_unchanged();
            if let Some(found) = self.platform.update(&mut find) {
                return Some(found);
            }
            tokio::select! {
                changed = changes.changed() => changed.ok()?,
                () = &mut timeout => return None,
            }
        }
    }

    #[track_caller]
    fn fail(&self, wanted: &str, instead: &str) -> ! {
        let account = self.platform.read(|state| describe_since(state, &self.account, self.since));
        panic!("expected {wanted}, but {instead}. What happened:\n{account}");
    }
}

impl fmt::Debug for Interaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interaction").field("exchange", &self.exchange()).finish_non_exhaustive()
    }
}

fn quoted(content: &MessageContent) -> String {
    format!("{:?}", content.summary())
}

/// Describes everything that happened at an account after `since`, one line per entry.
pub(crate) fn describe_since(state: &PlatformState, account: &AppId, since: u64) -> String {
    let entries = state
        .timeline
        .iter()
        .filter(|entry| entry.seq > since && entry.account.as_ref().is_none_or(|of| of == account));
    let mut describe_since = String::new();
    let mut start = None;
    for entry in entries {
        let start = *start.get_or_insert(entry.at);
        let after = Duration::from_millis(entry.at.saturating_sub(start)).as_secs_f32();
        // Writing to a string cannot fail.
        let _ =
            writeln!(describe_since, "  {after:>8.3}s  {}  {}", entry.id, describe(&entry.what));
    }
    if describe_since.is_empty() { "  nothing\n".to_owned() } else { describe_since }
}

fn describe(what: &EventKind) -> String {
    let of = |exchange: &Option<EntryId>| exchange.map_or(String::new(), |id| format!(" ({id})"));
    match what {
        EventKind::Message(message) => format!(
            "{:?} {:?}: {}{}",
            message.from,
            message.via,
            message.content.summary(),
            of(&message.exchange)
        ),
        EventKind::Push(push) => {
            let (attempt, attempts) = (push.attempt, push.attempts);
            let kind = push.summary.event.as_deref().unwrap_or(&push.summary.msg_type);
            let outcome = push.outcome;
            let problem = push.problem.as_ref().map_or("", |problem| problem.en.as_str());
            format!("push {attempt}/{attempts} of {kind}: {outcome:?} {problem}")
        }
        EventKind::Call(call) => {
            let code = call.errcode.unwrap_or_default();
            format!("call {} {}: {code}", call.request.method, call.request.path)
        }
        EventKind::Note(note) => format!("note: {}", note.en),
    }
}
