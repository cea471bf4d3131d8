//! One push: its deliveries, until the bot has answered or the platform gives up.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use http::Method;
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{
    Acknowledgement, AppId, BotAnswer, Callback, Inbound, Kind, Mode, PlatformPush, Product,
    PushClass, UserId, push_class,
};

use super::{
    Progress, Target,
    answer::{self, Verdict},
    layout,
    target::{CallbackError, CallbackRequest, CallbackResponse},
};
use crate::{
    Problem,
    platform::Platform,
    timeline::{
        Content, EntryId, Happening, HttpAnswer, Level, Outcome, PushEntry, PushRequest,
        PushSummary, Sender, Via,
    },
    world::{AccountState, World, stamp},
};

/// Something to be pushed.
#[derive(Debug, Clone)]
pub(crate) struct Push {
    pub(crate) account: AppId,
    pub(crate) person: UserId,
    pub(crate) inbound: Inbound,
    /// A few words about it, for lists.
    pub(crate) text: String,
    /// The same in Chinese, where it is not what a person wrote.
    pub(crate) text_zh: Option<String>,
}

/// A push on its way.
pub(crate) struct Run {
    push: Push,
    class: &'static PushClass,
    attempts: u8,
    attempt: u8,
    sent: Sent,
    progress: Arc<Progress>,
}

/// One delivery on its way.
struct Sent {
    entry: EntryId,
    at: Timestamp,
    written: Written,
    /// When the emulator cuts the connection, if the account's rules want that.
    cut: Option<Duration>,
}

/// What a delivery sends, and what reads the answer.
#[derive(Clone)]
struct Written {
    target: Arc<dyn Target>,
    callback: Callback,
    push: PlatformPush,
    /// As the timeline shows it.
    shown: PushRequest,
    request: CallbackRequest,
    /// How many bytes of the answer are read.
    limit: usize,
}

/// What came back.
enum Returned {
    Late,
    Failed(CallbackError),
    Response(CallbackResponse),
}

/// What follows a delivery.
enum Next {
    Over,
    Repeat(Timestamp),
}

/// Begins a push: the first delivery stands in the timeline, and is sent when the returned run is
/// [launched](launch). There is none if nothing is to be sent.
pub(crate) fn start(world: &mut World, push: Push) -> (Arc<Progress>, Option<Run>) {
    let Some(account) = world.account(&push.account) else {
        return (Arc::new(Progress::new(Outcome::Unsent)), None);
    };
    let class = push_class(account.product, &push.inbound.kind());
    let attempts = account.rules.push.deliveries.unwrap_or(class.deliveries).max(1);
    // A class that is delivered once is never repeated, whatever the account's rules say.
    let attempts = if class.deliveries == 1 { 1 } else { attempts };
    if account.verified().is_none() {
        world.note(
            Some(&push.account),
            Some(&push.person),
            Level::Warn,
            "Nothing was pushed: no bot is connected to this account.",
            "未推送：该账号尚未连接机器人。",
        );
        return (Arc::new(Progress::new(Outcome::Unsent)), None);
    }
    let progress = Arc::new(Progress::new(Outcome::Waiting));
    if account.is_blocked(world.now()) {
        refuse_blocked(world, &push, class, attempts, &progress);
        return (progress, None);
    }
    match send(world, &push, class, (1, attempts), None, &progress) {
        Some(sent) => {
            let run = Run { push, class, attempts, attempt: 1, sent, progress: progress.clone() };
            (progress, Some(run))
        }
        None => {
            progress.finish(Outcome::Unsent);
            (progress, None)
        }
    }
}

/// Lets a push run.
pub(crate) fn launch(platform: &Arc<Platform>, run: Option<Run>) {
    if let Some(run) = run {
        tokio::spawn(run.go(platform.clone()));
    }
}

/// Sends a delivery: writes it, or takes it as it was written `before`, and puts it into the
/// timeline.
fn send(
    world: &mut World,
    push: &Push,
    class: &'static PushClass,
    (attempt, attempts): (u8, u8),
    before: Option<&Written>,
    progress: &Progress,
) -> Option<Sent> {
    let rules = &world.account(&push.account)?.rules.push;
    let cut = rules.cut.filter(|cut| attempt <= cut.deliveries).map(|cut| cut.after);
    let identical = before.filter(|_| rules.identical_repeats);
    let written = match identical {
        Some(written) => written.clone(),
        None => write(world, push, attempt > 1)?,
    };
    let at = world.now();
    let shown = written.shown.clone();
    let entry = record(world, push, class, (attempt, attempts), shown, progress);
    Some(Sent { entry, at, written, cut })
}

/// Writes a delivery. Repeats look different from the first one and say the same.
fn write(world: &mut World, push: &Push, repeat: bool) -> Option<Written> {
    let now = world.now();
    let target = world.account(&push.account)?.verified()?.target.clone();
    let stamp = stamp(&mut world.ids, now, &*target);
    let account = world.account(&push.account)?;
    let (mode, format) = (account.settings.mode, account.settings.format);
    let (callback, limit) = (account.callback(&account.settings), account.rules.push.answer_bytes);
    let ids = &mut world.ids;
    let written =
        callback.push_written(&push.inbound, mode, format, &stamp, |fields| match repeat {
            true => layout::write_again(fields, format, ids),
            false => fields.write(format),
        });
    let written = match written {
        Ok(written) => written,
        Err(error) => {
            let text = error.to_string();
            world.note(Some(&push.account), Some(&push.person), Level::Error, &*text, &*text);
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
    Some(Written { target, callback, push: written, shown, request, limit })
}

/// Records a push that is not sent because of earlier failures.
fn refuse_blocked(
    world: &mut World,
    push: &Push,
    class: &'static PushClass,
    attempts: u8,
    progress: &Progress,
) {
    let url = world.account(&push.account).and_then(AccountState::verified);
    let url = url.map(|link| link.target.url().to_owned()).unwrap_or_default();
    let request = PushRequest { method: "POST".to_owned(), url, ..PushRequest::default() };
    let problem = Problem::new(
        "The platform has stopped pushing to this account because too many deliveries failed.",
        "连续推送失败过多，平台已暂停向该账号推送。",
    )
    .hint("It resumes within a minute. Repair the bot.", "一分钟内恢复，请修复机器人。");
    let entry = record(world, push, class, (1, attempts), request, progress);
    world.timeline.change(entry, |what| {
        if let Happening::Push(push) = what {
            (push.outcome, push.problem) = (Outcome::Blocked, Some(problem.clone()));
        }
    });
    progress.end(world.now(), None, Outcome::Blocked, Some(problem));
    progress.finish(Outcome::Blocked);
    say_unavailable(world, push, class, entry);
}

/// Puts a delivery, the so-manieth of so many, into the timeline.
fn record(
    world: &mut World,
    push: &Push,
    class: &PushClass,
    (attempt, attempts): (u8, u8),
    request: PushRequest,
    progress: &Progress,
) -> EntryId {
    let at = world.now();
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
        outcome: Outcome::Waiting,
        problem: None,
    };
    let happening = Happening::Push(Box::new(entry));
    let (account, person) = (Some(push.account.clone()), Some(push.person.clone()));
    let entry = world.timeline.add(at, account, person, happening);
    progress.begin(entry, at, request);
    entry
}

impl Run {
    async fn go(mut self, platform: Arc<Platform>) {
        loop {
            let returned = self.deliver(&platform).await;
            let (next, blocked) = platform.change(|world| self.conclude(world, returned));
            if let Some(until) = blocked {
                let account = self.push.account.clone();
                tokio::spawn(unblock(Arc::downgrade(&platform), account, until));
            }
            let Next::Repeat(at) = next else { return };
            platform.clock.sleep_until(at).await;
            if !platform.change(|world| self.again(world)) {
                return;
            }
        }
    }

    async fn deliver(&self, platform: &Platform) -> Returned {
        let clock: &dyn Clock = &platform.clock;
        let Sent { written, cut, .. } = &self.sent;
        let sending = written.target.send(written.request.clone(), written.limit);
        let deadline = self.class.deadline;
        let patience = cut.map_or(deadline, |cut| cut.min(deadline));
        match (clock.timeout(patience, sending).await, cut) {
            (Err(_), Some(cut)) if *cut < deadline => Returned::Failed(CallbackError::Cut(*cut)),
            (Err(_), _) => Returned::Late,
            (Ok(Err(error)), _) => Returned::Failed(error),
            (Ok(Ok(response)), _) => Returned::Response(response),
        }
    }

    /// Sends the next delivery; `false` if there is nowhere to send it any more.
    fn again(&mut self, world: &mut World) -> bool {
        let blocked =
            world.account(&self.push.account).is_none_or(|account| account.is_blocked(world.now()));
        let next = (!blocked)
            .then(|| {
                let (push, written) = (&self.push, Some(&self.sent.written));
                let attempt = (self.attempt + 1, self.attempts);
                send(world, push, self.class, attempt, written, &self.progress)
            })
            .flatten();
        match next {
            Some(sent) => {
                self.attempt += 1;
                self.sent = sent;
                true
            }
            None => {
                self.give_up(world, self.progress.exchange().last().map(|last| last.outcome));
                false
            }
        }
    }

    /// Records what came back, shows it to the person, and says what follows; and if the platform
    /// now stops pushing to the account, until when.
    fn conclude(&mut self, world: &mut World, returned: Returned) -> (Next, Option<Timestamp>) {
        let now = world.now();
        let (outcome, response, problem) = self.read(world, returned);
        world.timeline.change(self.sent.entry, |what| {
            if let Happening::Push(push) = what {
                push.response = response.clone();
                push.took_ms = Some(millis(now.since(self.sent.at)));
                push.outcome = outcome;
                push.problem = problem.clone();
            }
        });
        self.progress.end(now, response, outcome, problem);
        let good = matches!(outcome, Outcome::Answered | Outcome::Empty);
        let blocked = count(world, &self.push.account, good);
        if good {
            self.progress.finish(outcome);
            return (Next::Over, None);
        }
        let again = matches!(outcome, Outcome::Timeout | Outcome::Refused);
        if again && self.attempt < self.attempts {
            let account = world.account(&self.push.account);
            let spacing = account.map(|account| account.rules.push.spacing).unwrap_or_default();
            // After a timeout the deadline has just passed. Other failures wait as long.
            let at = if outcome == Outcome::Timeout { now } else { self.sent.at + spacing };
            return (Next::Repeat(at.max(now)), blocked);
        }
        self.give_up(world, Some(outcome));
        (Next::Over, blocked)
    }

    /// What an answer means, and for the timeline what it looks like.
    fn read(
        &self,
        world: &mut World,
        returned: Returned,
    ) -> (Outcome, Option<HttpAnswer>, Option<Problem>) {
        let written = &self.sent.written;
        let response = match returned {
            Returned::Response(response) => response,
            Returned::Late => {
                return (Outcome::Timeout, None, Some(answer::late(self.class.deadline)));
            }
            Returned::Failed(error) => {
                let problem = error.problem(written.target.url());
                let outcome = match error {
                    CallbackError::TooLarge(_) => Outcome::Malformed,
                    _ => Outcome::Refused,
                };
                return (outcome, None, Some(problem));
            }
        };
        let text = std::str::from_utf8(&response.body).ok().map(str::to_owned);
        let body = String::from_utf8_lossy(&response.body).into_owned();
        let mut response = HttpAnswer {
            status: response.status,
            content_type: response.content_type,
            body,
            plain: None,
        };
        if response.status != 200 {
            let problem = answer::wrong_status(response.status);
            return (Outcome::Refused, Some(response), Some(problem));
        }
        let Some(text) = text else {
            return (Outcome::Malformed, Some(response), Some(answer::not_utf8()));
        };
        let verdict = match written.callback.read_answer(&written.push, &text) {
            Ok(answer) => {
                if let BotAnswer::Reply { plain, .. } | BotAnswer::Other { plain } = &answer {
                    response.plain = (*plain != text).then(|| plain.clone());
                }
                answer::judge(world, &self.push, self.class, answer)
            }
            Err(error) => Err(answer::unreadable(&error)),
        };
        let outcome = match verdict {
            Ok(Verdict::Silence) => Outcome::Empty,
            Ok(Verdict::Say(content)) => {
                self.say(world, Sender::Account, Via::Passive, content);
                Outcome::Answered
            }
            Ok(Verdict::Announce(content)) => {
                self.say(world, Sender::System, Via::System, content);
                Outcome::Answered
            }
            Err(problem) => {
                // A payment that is not acknowledged is asked about again; nothing else is.
                let payment = self.class.acknowledgement == Acknowledgement::Payment;
                let outcome = if payment { Outcome::Refused } else { Outcome::Malformed };
                return (outcome, Some(response), Some(problem));
            }
        };
        (outcome, Some(response), None)
    }

    fn say(&self, world: &mut World, from: Sender, via: Via, content: Content) {
        let Push { account, person, .. } = &self.push;
        if world.person(account, person).is_some_and(|person| person.following) {
            world.say(account, person, from, via, Some(self.sent.entry), content);
        } else {
            world.note(
                Some(account),
                Some(person),
                Level::Warn,
                "The reply reached nobody: the person no longer follows the account.",
                "回复未送达：用户已取消关注。",
            );
        }
    }

    /// No delivery was answered as it should be.
    fn give_up(&self, world: &mut World, outcome: Option<Outcome>) {
        say_unavailable(world, &self.push, self.class, self.sent.entry);
        self.progress.finish(outcome.unwrap_or(Outcome::Unsent));
    }
}

/// Counts a delivery. Too many failures in a row stop the pushes; returns until when.
fn count(world: &mut World, account: &AppId, good: bool) -> Option<Timestamp> {
    let now = world.now();
    let state = world.account_mut(account)?;
    if good {
        state.failures = 0;
        return None;
    }
    let rules = &state.rules.push;
    if rules.block_after == 0 || state.is_blocked(now) {
        return None;
    }
    state.failures += 1;
    if state.failures < rules.block_after {
        return None;
    }
    let until = now + rules.block_for;
    state.failures = 0;
    state.blocked_until = Some(until);
    world.note(
        Some(account),
        None,
        Level::Error,
        "Too many deliveries failed in a row: the platform stops pushing for a while.",
        "连续推送失败过多，平台暂停推送。",
    );
    world.touch();
    Some(until)
}

/// Tells when the platform pushes again.
async fn unblock(platform: Weak<Platform>, account: AppId, until: Timestamp) {
    let Some(clock) = platform.upgrade().map(|platform| platform.clock.clone()) else { return };
    clock.sleep_until(until).await;
    let Some(platform) = platform.upgrade() else { return };
    platform.change(|world| {
        world.note(
            Some(&account),
            None,
            Level::Info,
            "The platform pushes again.",
            "平台恢复推送。",
        );
        world.touch();
    });
}

/// Shows the person that the bot did not answer, where the platform does: not for events that
/// nobody waits for, and not to somebody who has left.
fn say_unavailable(world: &mut World, push: &Push, class: &PushClass, entry: EntryId) {
    let awaited = matches!(push.inbound.kind(), Kind::Message(_)) || !class.passive.is_empty();
    let there = world.person(&push.account, &push.person).is_some_and(|person| person.following);
    let Some(account) = world.account(&push.account) else { return };
    if !awaited || !there {
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
    let content = Content::System { en: en.to_owned(), zh: zh.to_owned(), level: Level::Error };
    world.say(&push.account, &push.person, Sender::System, Via::System, Some(entry), content);
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
