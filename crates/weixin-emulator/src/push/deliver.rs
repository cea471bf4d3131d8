//! Delivers a push, with retries, until the bot has responded or the platform gives up.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use http::Method;
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{
    Acknowledgement, AppId, BotAnswer, Callback, Inbound, Kind, Mode, PeerId, PlatformPush,
    Product, PushClass, push_class,
};

use super::{
    Progress, Target, layout,
    response::{self, ReplyEffect},
    target::{CallbackError, CallbackRequest, CallbackResponse},
};
use crate::{
    Problem,
    platform::Platform,
    state::{AccountState, PlatformState, stamp},
    timeline::{
        EntryId, EventKind, HttpResponse, Level, MessageContent, PushEntry, PushOutcome,
        PushRequest, PushSummary, Sender, Via,
    },
    virtual_payment,
};

/// A push.
#[derive(Debug, Clone)]
pub(crate) struct Push {
    pub(crate) account: AppId,
    pub(crate) person: PeerId,
    pub(crate) inbound: Inbound,
    /// A short description for the timeline.
    pub(crate) text: String,
    /// A short description in Chinese. `None` if `text` was written by the person.
    pub(crate) text_zh: Option<String>,
}

/// A push that is being delivered.
pub(crate) struct PushRun {
    push: Push,
    class: &'static PushClass,
    attempts: u8,
    attempt: u8,
    sent: SentDelivery,
    progress: Arc<Progress>,
}

/// A delivery that was sent.
struct SentDelivery {
    entry: EntryId,
    at: Timestamp,
    written: PreparedDelivery,
    /// When the emulator closes the connection, if the account's rules require it.
    cut: Option<Duration>,
}

/// A prepared delivery, with what is needed to read the response.
#[derive(Clone)]
struct PreparedDelivery {
    target: Arc<dyn Target>,
    callback: Callback,
    push: PlatformPush,
    /// The request as shown in the timeline.
    shown: PushRequest,
    request: CallbackRequest,
    /// The maximum size of the response, in bytes.
    limit: usize,
}

/// The result of sending a delivery.
enum DeliveryResult {
    TimedOut,
    Failed(CallbackError),
    Response(CallbackResponse),
}

/// What to do after a delivery.
enum NextStep {
    Done,
    Repeat(Timestamp),
}

/// Starts a push: the first delivery is added to the timeline, and sent when the returned run is
/// [launched](launch). Returns no run if nothing is to be sent.
pub(crate) fn start(state: &mut PlatformState, push: Push) -> (Arc<Progress>, Option<PushRun>) {
    let Some(account) = state.account(&push.account) else {
        return (Arc::new(Progress::new(PushOutcome::Unsent)), None);
    };
    let class = push_class(account.product, &push.inbound.kind());
    let attempts = account.rules.push.deliveries.unwrap_or(class.deliveries).max(1);
    // A class that is delivered once is never retried, whatever the account's rules say.
    let attempts = if class.deliveries == 1 { 1 } else { attempts };
    if account.verified().is_none() {
        state.add_note(
            Some(&push.account),
            Some(&push.person),
            Level::Warn,
            "Not pushed: no bot is connected to this account.",
            "未推送：该账号尚未连接机器人。",
        );
        return (Arc::new(Progress::new(PushOutcome::Unsent)), None);
    }
    let progress = Arc::new(Progress::new(PushOutcome::Waiting));
    if account.is_blocked(state.now()) {
        reject_blocked(state, &push, class, attempts, &progress);
        return (progress, None);
    }
    match send(state, &push, class, (1, attempts), None, &progress) {
        Some(sent) => {
            let run =
                PushRun { push, class, attempts, attempt: 1, sent, progress: progress.clone() };
            (progress, Some(run))
        }
        None => {
            progress.finish(PushOutcome::Unsent);
            (progress, None)
        }
    }
}

/// Spawns the delivery of a push.
pub(crate) fn launch(platform: &Arc<Platform>, run: Option<PushRun>) {
    if let Some(run) = run {
        tokio::spawn(run.run(platform.clone()));
    }
}

/// Prepares a delivery, or reuses the one prepared `before`, and adds it to the timeline.
fn send(
    state: &mut PlatformState,
    push: &Push,
    class: &'static PushClass,
    (attempt, attempts): (u8, u8),
    before: Option<&PreparedDelivery>,
    progress: &Progress,
) -> Option<SentDelivery> {
    let rules = &state.account(&push.account)?.rules.push;
    let cut = rules.cut.filter(|cut| attempt <= cut.deliveries).map(|cut| cut.after);
    let identical = before.filter(|_| rules.identical_repeats);
    let written = match identical {
        Some(written) => written.clone(),
        None => prepare(state, push, attempt > 1)?,
    };
    let at = state.now();
    let shown = written.shown.clone();
    let entry = record(state, push, class, (attempt, attempts), shown, progress);
    Some(SentDelivery { entry, at, written, cut })
}

/// Prepares a delivery. Retries have a different layout but the same content.
fn prepare(state: &mut PlatformState, push: &Push, repeat: bool) -> Option<PreparedDelivery> {
    let now = state.now();
    let target = state.account(&push.account)?.verified()?.target.clone();
    let stamp = stamp(&mut state.ids, now, &*target);
    let account = state.account(&push.account)?;
    let (mode, format) = (account.settings.mode, account.settings.format);
    let (callback, limit) = (account.callback(&account.settings), account.rules.push.answer_bytes);
    let ids = &mut state.ids;
    let written =
        callback.push_written(&push.inbound, mode, format, &stamp, |fields| match repeat {
            true => layout::write_again(fields, format, ids),
            false => fields.write(format),
        });
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            let text = error.to_string();
            state.add_note(Some(&push.account), Some(&push.person), Level::Error, &*text, &*text);
            return None;
        }
    };
    let pairs = written.query.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let shown = PushRequest {
        method: "POST".to_owned(),
        url: target.url().to_owned(),
        query: pairs.collect(),
        content_type: written.content_type.to_owned(),
        body: written.body.clone(),
        plain: (mode != Mode::Plain).then(|| written.plain.clone()),
    };
    let request = CallbackRequest {
        method: Method::POST,
        query: written.query.to_query_string(),
        content_type: Some(written.content_type),
        body: written.body.clone(),
    };
    Some(PreparedDelivery { target, callback, push: written, shown, request, limit })
}

/// Records a push that is not sent because pushing is paused.
fn reject_blocked(
    state: &mut PlatformState,
    push: &Push,
    class: &'static PushClass,
    attempts: u8,
    progress: &Progress,
) {
    let url = state.account(&push.account).and_then(AccountState::verified);
    let url = url.map(|link| link.target.url().to_owned()).unwrap_or_default();
    let request = PushRequest { method: "POST".to_owned(), url, ..PushRequest::default() };
    let problem = Problem::new(
        "The platform has paused pushing to this account because too many deliveries failed.",
        "连续推送失败过多，平台已暂停向该账号推送。",
    )
    .hint("Pushing resumes within a minute. Fix the bot.", "一分钟内恢复推送，请修复机器人。");
    let entry = record(state, push, class, (1, attempts), request, progress);
    state.timeline.update(entry, |what| {
        if let EventKind::Push(push) = what {
            (push.outcome, push.problem) = (PushOutcome::Blocked, Some(problem.clone()));
        }
    });
    progress.end(state.now(), None, PushOutcome::Blocked, Some(problem));
    progress.finish(PushOutcome::Blocked);
    say_unavailable(state, push, class, entry);
}

/// Adds a delivery to the timeline.
fn record(
    state: &mut PlatformState,
    push: &Push,
    class: &PushClass,
    (attempt, attempts): (u8, u8),
    request: PushRequest,
    progress: &Progress,
) -> EntryId {
    let at = state.now();
    let entry = PushEntry {
        summary: summary(push),
        attempt,
        attempts,
        repeat_of: progress.root(),
        request: request.clone(),
        response: None,
        started: at.as_millis(),
        took_ms: None,
        deadline_ms: millis(class.deadline),
        outcome: PushOutcome::Waiting,
        problem: None,
    };
    let event = EventKind::Push(Box::new(entry));
    let (account, person) = (Some(push.account.clone()), Some(push.person.clone()));
    let entry = state.timeline.add(at, account, person, event);
    progress.begin(entry, at, request);
    entry
}

impl PushRun {
    async fn run(mut self, platform: Arc<Platform>) {
        loop {
            let returned = self.deliver(&platform).await;
            let (next, blocked) = platform.update(|state| self.conclude(state, returned));
            if let Some(until) = blocked {
                let account = self.push.account.clone();
                tokio::spawn(unblock(Arc::downgrade(&platform), account, until));
            }
            let NextStep::Repeat(at) = next else { return };
            platform.clock.sleep_until(at).await;
            if !platform.update(|state| self.redeliver(state)) {
                return;
            }
        }
    }

    async fn deliver(&self, platform: &Platform) -> DeliveryResult {
        let clock: &dyn Clock = &platform.clock;
        let SentDelivery { written, cut, .. } = &self.sent;
        let sending = written.target.send(written.request.clone(), written.limit);
        let deadline = self.class.deadline;
        let timeout = cut.map_or(deadline, |cut| cut.min(deadline));
        match (clock.timeout(timeout, sending).await, cut) {
            (Err(_), Some(cut)) if *cut < deadline => {
                DeliveryResult::Failed(CallbackError::Cut(*cut))
            }
            (Err(_), _) => DeliveryResult::TimedOut,
            (Ok(Err(error)), _) => DeliveryResult::Failed(error),
            (Ok(Ok(response)), _) => DeliveryResult::Response(response),
        }
    }

    /// Sends the next delivery. Returns `false` if that is no longer possible.
    fn redeliver(&mut self, state: &mut PlatformState) -> bool {
        let blocked =
            state.account(&self.push.account).is_none_or(|account| account.is_blocked(state.now()));
        if let Some(push) = virtual_payment::retried(&self.push.inbound, self.attempt) {
            self.push.inbound = push;
        }
        let next = (!blocked)
            .then(|| {
                let (push, written) = (&self.push, Some(&self.sent.written));
                let attempt = (self.attempt + 1, self.attempts);
                send(state, push, self.class, attempt, written, &self.progress)
            })
            .flatten();
        match next {
            Some(sent) => {
                self.attempt += 1;
                self.sent = sent;
                true
            }
            None => {
                self.give_up(state, self.progress.exchange().last().map(|last| last.outcome));
                false
            }
        }
    }

    /// Records the result, shows it to the person, and returns the next step. Also returns until
    /// when pushing is paused, if it is paused now.
    fn conclude(
        &mut self,
        state: &mut PlatformState,
        returned: DeliveryResult,
    ) -> (NextStep, Option<Timestamp>) {
        let now = state.now();
        let (outcome, response, problem) = self.interpret(state, returned);
        state.timeline.update(self.sent.entry, |what| {
            if let EventKind::Push(push) = what {
                push.response = response.clone();
                push.took_ms = Some(millis(now.since(self.sent.at)));
                push.outcome = outcome;
                push.problem = problem.clone();
            }
        });
        self.progress.end(now, response, outcome, problem);
        let good = matches!(outcome, PushOutcome::Answered | PushOutcome::Empty);
        // The platform repeats notices of virtual payment for hours, without pausing the others.
        let blocked = match !good && self.class.only_if_handled() {
            true => None,
            false => count_delivery(state, &self.push.account, good),
        };
        if good {
            virtual_payment::acknowledged(state, &self.push.account, &self.push.inbound);
            self.progress.finish(outcome);
            return (NextStep::Done, None);
        }
        let again = matches!(outcome, PushOutcome::Timeout | PushOutcome::Rejected);
        if again && self.attempt < self.attempts {
            let account = state.account(&self.push.account);
            let spacing = account.map(|account| account.rules.push.spacing).unwrap_or_default();
            // After a timeout the deadline has just passed. Other failures wait until the interval
            // is over.
            let at = match self.class.repeat_after(self.attempt) {
                Some(wait) => now + wait,
                None if outcome == PushOutcome::Timeout => now,
                None => self.sent.at + spacing,
            };
            return (NextStep::Repeat(at.max(now)), blocked);
        }
        self.give_up(state, Some(outcome));
        (NextStep::Done, blocked)
    }

    /// Interprets a result: the outcome, and response and problem for the timeline.
    fn interpret(
        &self,
        state: &mut PlatformState,
        returned: DeliveryResult,
    ) -> (PushOutcome, Option<HttpResponse>, Option<Problem>) {
        let written = &self.sent.written;
        let response = match returned {
            DeliveryResult::Response(response) => response,
            DeliveryResult::TimedOut => {
                return (
                    PushOutcome::Timeout,
                    None,
                    Some(response::timed_out(self.class.deadline)),
                );
            }
            DeliveryResult::Failed(error) => {
                let problem = error.problem(written.target.url());
                let outcome = match error {
                    CallbackError::TooLarge(_) => PushOutcome::Malformed,
                    _ => PushOutcome::Rejected,
                };
                return (outcome, None, Some(problem));
            }
        };
        let text = std::str::from_utf8(&response.body).ok().map(str::to_owned);
        let body = String::from_utf8_lossy(&response.body).into_owned();
        let mut response = HttpResponse {
            status: response.status,
            content_type: response.content_type,
            body,
            plain: None,
        };
        if response.status != 200 {
            let problem = response::wrong_status(response.status);
            return (PushOutcome::Rejected, Some(response), Some(problem));
        }
        let Some(text) = text else {
            return (PushOutcome::Malformed, Some(response), Some(response::not_utf8()));
        };
        let verdict = match written.callback.read_answer(&written.push, &text) {
            Ok(answer) => {
                if let BotAnswer::Reply { plain, .. } | BotAnswer::Other { plain } = &answer {
                    response.plain = (*plain != text).then(|| plain.clone());
                }
                response::evaluate(state, &self.push, self.class, answer)
            }
            Err(error) => Err(response::unreadable(&error)),
        };
        let outcome = match verdict {
            Ok(ReplyEffect::None) => PushOutcome::Empty,
            Ok(ReplyEffect::Message(content)) => {
                self.add_message(state, Sender::Account, Via::Passive, content);
                PushOutcome::Answered
            }
            Ok(ReplyEffect::Notice(content)) => {
                self.add_message(state, Sender::System, Via::System, content);
                PushOutcome::Answered
            }
            Err(problem) => {
                // Only payment notifications are retried if they are not acknowledged properly.
                let payment = self.class.acknowledgement == Acknowledgement::Payment;
                let outcome = if payment { PushOutcome::Rejected } else { PushOutcome::Malformed };
                return (outcome, Some(response), Some(problem));
            }
        };
        (outcome, Some(response), None)
    }

    fn add_message(
        &self,
        state: &mut PlatformState,
        from: Sender,
        via: Via,
        content: MessageContent,
    ) {
        let Push { account, person, .. } = &self.push;
        if state.person(account, person).is_some_and(|person| person.following) {
            state.add_message(account, person, from, via, Some(self.sent.entry), content);
        } else {
            state.add_note(
                Some(account),
                Some(person),
                Level::Warn,
                "The reply was not delivered: the person no longer follows the account.",
                "回复未送达：用户已取消关注。",
            );
        }
    }

    /// Finishes a push after the last failed delivery.
    fn give_up(&self, state: &mut PlatformState, outcome: Option<PushOutcome>) {
        say_unavailable(state, &self.push, self.class, self.sent.entry);
        self.progress.finish(outcome.unwrap_or(PushOutcome::Unsent));
    }
}

/// Counts a delivery. After too many consecutive failures, pauses pushing and returns until when.
fn count_delivery(state: &mut PlatformState, account: &AppId, good: bool) -> Option<Timestamp> {
    let now = state.now();
    let account_state = state.account_mut(account)?;
    if good {
        account_state.failures = 0;
        return None;
    }
    let rules = &account_state.rules.push;
    if rules.block_after == 0 || account_state.is_blocked(now) {
        return None;
    }
    account_state.failures += 1;
    if account_state.failures < rules.block_after {
        return None;
    }
    let until = now + rules.block_for;
    account_state.failures = 0;
    account_state.blocked_until = Some(until);
    state.add_note(
        Some(account),
        None,
        Level::Error,
        "Too many consecutive deliveries failed: the platform pauses pushing.",
        "连续推送失败过多，平台暂停推送。",
    );
    state.mark_dirty();
    Some(until)
}

/// Adds a note when pushing resumes.
async fn unblock(platform: Weak<Platform>, account: AppId, until: Timestamp) {
    let Some(clock) = platform.upgrade().map(|platform| platform.clock.clone()) else { return };
    clock.sleep_until(until).await;
    let Some(platform) = platform.upgrade() else { return };
    platform.update(|state| {
        state.add_note(
            Some(&account),
            None,
            Level::Info,
            "The platform resumes pushing.",
            "平台已恢复推送。",
        );
        state.mark_dirty();
    });
}

/// Shows the notice that the service is not available. The platform does that for messages and for
/// events that allow a reply, unless the person no longer follows the account.
///
/// For Official Accounts the text is the one that phones show; the documentation quotes
/// "该公众号暂时无法提供服务，请稍后再试". It mentions no notice for Mini Programs and WeCom: theirs are
/// modelled on it.
fn say_unavailable(state: &mut PlatformState, push: &Push, class: &PushClass, entry: EntryId) {
    let expects_reply =
        matches!(push.inbound.kind(), Kind::Message(_)) || !class.passive.is_empty();
    let following =
        state.person(&push.account, &push.person).is_some_and(|person| person.following);
    let Some(account) = state.account(&push.account) else { return };
    if !expects_reply || !following {
        return;
    }
    let (en, zh) = match account.product {
        Product::Mini => (
            "The service of this Mini Program is not available at the moment. Please try again later.",
            "该小程序提供的服务出现故障，请稍后再试",
        ),
        Product::Work => (
            "The service of this app is not available at the moment. Please try again later.",
            "该应用提供的服务出现故障，请稍后再试",
        ),
        _ => (
            "The service of this Official Account is not available at the moment. Please try again later.",
            "该公众号提供的服务出现故障，请稍后再试",
        ),
    };
    let content =
        MessageContent::System { en: en.to_owned(), zh: zh.to_owned(), level: Level::Error };
    state.add_message(
        &push.account,
        &push.person,
        Sender::System,
        Via::System,
        Some(entry),
        content,
    );
}

fn summary(push: &Push) -> PushSummary {
    let text = |name| push.inbound.fields().text(name).map(str::to_owned);
    PushSummary {
        msg_type: text("MsgType").unwrap_or_default(),
        event: text("Event"),
        text: push.text.clone(),
        text_zh: push.text_zh.clone(),
    }
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
