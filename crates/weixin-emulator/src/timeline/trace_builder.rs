//! Derives [`MessageTrace`]s from the entries of the timeline.

use std::time::Duration;

use serde_json::Value;
use weixin_api::Timestamp;
use weixin_protocol::{AppId, PeerId};

use super::{
    CallEntry, Entry, EntryId, EventKind, Level, MessageContent, MessageEntry, MessageTrace,
    PushEntry, PushOutcome, Sender, Timeline, TraceEnd, TraceStep, TraceStepKind, Via,
};

/// How long an unanswered message is open. A later call is not taken for its answer if there is
/// another candidate. A choice of the emulator: the platform does not relate calls to messages.
const OPEN_FOR: u64 = 10 * 60 * 1000;

/// A call this soon after another one may be the next part of the same answer.
const SAME_ANSWER: u64 = 5_000;

/// The trace that an entry belongs to: a message of a person, one of its deliveries, a reply, or a
/// call. `spacing` is the interval between deliveries of an account.
pub(crate) fn trace(
    timeline: &Timeline,
    id: EntryId,
    now: Timestamp,
    spacing: impl Fn(&AppId) -> Duration,
) -> Option<MessageTrace> {
    let entry = timeline.get(id)?;
    let account = entry.account.as_ref()?;
    let people: Vec<PeerId> = match (&entry.person, &entry.what) {
        (Some(person), _) => vec![person.clone()],
        (None, EventKind::Call(call)) => {
            let shown = timeline.iter().filter(|entry| message_of_call(entry) == Some(id));
            shown.filter_map(|entry| entry.person.clone()).chain(recipients(call)).collect()
        }
        _ => return None,
    };
    people.iter().find_map(|person| {
        let traces = traces(timeline, account, person, now, spacing(account));
        traces.into_iter().find(|trace| trace.message == id || has(trace, id))
    })
}

fn has(trace: &MessageTrace, id: EntryId) -> bool {
    trace.steps.iter().any(|step| {
        step.entry == id
            || matches!(&step.what, TraceStepKind::Call { message, .. } if *message == Some(id))
    })
}

/// The traces of all messages of a person, oldest first.
pub(crate) fn traces(
    timeline: &Timeline,
    account: &AppId,
    person: &PeerId,
    now: Timestamp,
    spacing: Duration,
) -> Vec<MessageTrace> {
    let mut traces = Traces { timeline, account, person, drafts: Vec::new() };
    timeline.iter().filter(|entry| entry.account.as_ref() == Some(account)).for_each(|entry| {
        traces.add(entry);
    });
    let due = u64::try_from(spacing.as_millis()).unwrap_or(u64::MAX);
    traces.drafts.into_iter().map(|draft| draft.finish(now.as_millis(), due)).collect()
}

/// The traces of one person while the timeline is read.
struct Traces<'t> {
    timeline: &'t Timeline,
    account: &'t AppId,
    person: &'t PeerId,
    drafts: Vec<Draft>,
}

/// A trace that is being collected.
struct Draft {
    trace: MessageTrace,
    /// The first delivery. `None` if the message was not pushed.
    root: Option<EntryId>,
    /// Whether it is a message, as opposed to an event such as a tapped button.
    is_message: bool,
    /// Whether something has reached the person.
    answered: bool,
    /// The time of the last call that belongs to it.
    last_call: Option<u64>,
}

impl Traces<'_> {
    fn add(&mut self, entry: &Entry) {
        let mine = entry.person.as_ref() == Some(self.person);
        match &entry.what {
            EventKind::Message(message) if mine && message.via == Via::Push => {
                self.begin(entry, message);
            }
            EventKind::Message(message) if mine => self.message(entry, message),
            EventKind::Push(push) if mine => self.delivery(entry, push),
            EventKind::Call(call) if recipients(call).any(|person| person == *self.person) => {
                self.call(entry, call);
            }
            _ => {}
        }
    }

    fn begin(&mut self, entry: &Entry, message: &MessageEntry) {
        let trace = MessageTrace {
            message: entry.id,
            account: self.account.clone(),
            person: self.person.clone(),
            at: entry.at,
            summary: message.content.summary(),
            summary_zh: message.content.summary_zh(),
            steps: Vec::new(),
            end: TraceEnd::Unsent,
        };
        self.drafts.push(Draft {
            trace,
            root: message.exchange,
            is_message: message.from == Sender::Person,
            answered: false,
            last_call: None,
        });
    }

    fn delivery(&mut self, entry: &Entry, push: &PushEntry) {
        let root = Some(push.repeat_of.unwrap_or(entry.id));
        let Some(draft) = self.drafts.iter_mut().rev().find(|draft| draft.root == root) else {
            return;
        };
        draft.step(
            entry,
            TraceStepKind::Delivery {
                attempt: push.attempt,
                attempts: push.attempts,
                outcome: push.outcome,
                status: push.response.as_ref().map(|response| response.status),
                took_ms: push.took_ms,
                deadline_ms: push.deadline_ms,
                problem: push.problem.clone(),
            },
        );
    }

    /// A message to the person: a passive reply, a notice of the platform, or the effect of a call.
    fn message(&mut self, entry: &Entry, message: &MessageEntry) {
        let Some(exchange) = message.exchange else { return };
        if let Some((draft, attempt)) = self.of_delivery(exchange) {
            let failed =
                matches!(message.content, MessageContent::System { level: Level::Error, .. });
            if failed && message.via == Via::System {
                return draft.step(entry, TraceStepKind::Unavailable);
            }
            draft.answered = true;
            let (summary, summary_zh) = (message.content.summary(), message.content.summary_zh());
            return draft.step(entry, TraceStepKind::Reply { attempt, summary, summary_zh });
        }
        let is_known = self.drafts.iter().any(|draft| has(&draft.trace, exchange));
        let timeline = self.timeline;
        if !is_known && let Some(call) = timeline.get(exchange) {
            // A call that names a department or tag instead of the person.
            let EventKind::Call(details) = &call.what else { return };
            self.call(call, details);
        }
        for draft in &mut self.drafts {
            if let Some(step) = draft.trace.steps.iter_mut().find(|step| step.entry == exchange)
                && let TraceStepKind::Call { message: shown, summary, summary_zh, .. } =
                    &mut step.what
            {
                *shown = Some(entry.id);
                (*summary, *summary_zh) = (message.content.summary(), message.content.summary_zh());
                draft.answered = true;
                draft.last_call = Some(entry.at);
            }
        }
    }

    /// The draft with this delivery, and the number of the delivery.
    fn of_delivery(&mut self, id: EntryId) -> Option<(&mut Draft, u8)> {
        self.drafts.iter_mut().rev().find_map(|draft| {
            let attempt = draft.trace.steps.iter().find_map(|step| match step.what {
                TraceStepKind::Delivery { attempt, .. } if step.entry == id => Some(attempt),
                _ => None,
            })?;
            Some((draft, attempt))
        })
    }

    fn call(&mut self, entry: &Entry, call: &CallEntry) {
        let Some((draft, probable)) = self.answered_by(entry.at) else { return };
        draft.step(
            entry,
            TraceStepKind::Call {
                method: call.request.method.clone(),
                path: call.request.path.clone(),
                title: call.title.clone(),
                name: call.name.clone(),
                errcode: call.errcode,
                message: None,
                summary: String::new(),
                summary_zh: String::new(),
                probable,
            },
        );
    }

    /// The message that a call at this time belongs to, and whether that is uncertain: the oldest
    /// unanswered message, then the oldest unanswered event, then the one answered last.
    fn answered_by(&mut self, at: u64) -> Option<(&mut Draft, bool)> {
        let within = |since: u64, span: u64| at.saturating_sub(since) <= span;
        let (mut open, mut first_message, mut last) = (Vec::new(), None, None);
        for (index, draft) in self.drafts.iter().enumerate() {
            if draft.root.is_none() {
                continue; // The bot does not know it.
            }
            last = Some(index);
            let unanswered = !draft.answered && within(draft.trace.at, OPEN_FOR);
            let continued = draft.last_call.is_some_and(|call| within(call, SAME_ANSWER));
            if unanswered || continued {
                open.push((index, unanswered));
            }
            if unanswered && draft.is_message && first_message.is_none() {
                first_message = Some(index);
            }
        }
        let first_unanswered = open.iter().find(|(_, unanswered)| *unanswered);
        let chosen = first_message
            .or(first_unanswered.map(|(index, _)| *index))
            .or(open.last().map(|(index, _)| *index))
            .or(last)?;
        let draft = self.drafts.get_mut(chosen)?;
        let probable = match open.len() {
            0 => !within(draft.trace.at, OPEN_FOR),
            count => count > 1,
        };
        Some((draft, probable))
    }
}

impl Draft {
    fn step(&mut self, entry: &Entry, what: TraceStepKind) {
        let after_ms = entry.at.saturating_sub(self.trace.at);
        self.trace.steps.push(TraceStep { entry: entry.id, at: entry.at, after_ms, what });
    }

    fn finish(mut self, now: u64, spacing: u64) -> MessageTrace {
        self.trace.steps.sort_by_key(|step| (step.at, step.entry));
        self.trace.end = self.end(now, spacing);
        self.trace
    }

    fn end(&self, now: u64, spacing: u64) -> TraceEnd {
        let steps = &self.trace.steps;
        let any = |is: fn(&TraceStepKind) -> bool| steps.iter().any(|step| is(&step.what));
        if any(|what| matches!(what, TraceStepKind::Reply { .. })) {
            return TraceEnd::Passive;
        }
        if any(|what| matches!(what, TraceStepKind::Call { message: Some(_), .. })) {
            return TraceEnd::Message;
        }
        if any(|what| matches!(what, TraceStepKind::Unavailable)) {
            return TraceEnd::Unavailable;
        }
        match self.trace.deliveries().last() {
            None if self.root.is_none() => TraceEnd::Unsent,
            Some(step) if is_unfinished(step, now, spacing) => TraceEnd::Waiting,
            _ => TraceEnd::Nothing,
        }
    }
}

/// Whether the last delivery is in progress, or will be repeated.
fn is_unfinished(last: &TraceStep, now: u64, spacing: u64) -> bool {
    let TraceStepKind::Delivery { attempt, attempts, outcome, took_ms, .. } = &last.what else {
        return false;
    };
    match outcome {
        PushOutcome::Waiting => true,
        PushOutcome::Timeout | PushOutcome::Rejected => {
            let due = last.at.saturating_add(spacing.max(took_ms.unwrap_or_default()));
            attempt < attempts && now <= due
        }
        _ => false,
    }
}

/// The call whose effect a chat message is, if it is one.
fn message_of_call(entry: &Entry) -> Option<EntryId> {
    match &entry.what {
        EventKind::Message(message) => message.exchange,
        _ => None,
    }
}

/// The people that a call names in `touser`: one, or in WeCom several separated by `|`.
fn recipients(call: &CallEntry) -> impl Iterator<Item = PeerId> {
    let body = call.request.body.as_deref().unwrap_or_default();
    let named = serde_json::from_str::<Value>(body).ok().and_then(|body| match body {
        Value::Object(mut fields) => match fields.remove("touser") {
            Some(Value::String(names)) => Some(names),
            _ => None,
        },
        _ => None,
    });
    let names = named.unwrap_or_default();
    let names: Vec<PeerId> =
        names.split('|').filter(|name| !name.is_empty()).map(PeerId::new).collect();
    names.into_iter()
}
