//! Checks one sample: a call with the field table of its endpoint, a push with its type.

use serde_json::{Map as JsonMap, Value};
use weixin::{
    api::{
        EndpointInfo,
        check::{self, Findings, Problem, ProblemKind},
        lenient,
    },
    protocol::{Format, Inbound, Kind, Map, MessageInfo, Node, PassiveReply, Product},
};
use weixin_catalog::{
    declared,
    samples::{Comparison, Sample, compare},
};

use super::{CheckResult, Verdict};

/// Checks a sample.
pub(super) fn judge(sample: &Sample) -> CheckResult {
    match sample.kind.as_str() {
        "event" => push(sample),
        "request" | "response" => call(sample),
        other => CheckResult::unreadable(format!("{other:?} is not a kind of sample")),
    }
}

fn call(sample: &Sample) -> CheckResult {
    let found =
        sample.host().and_then(|host| declared::find(host, &sample.method, sample.path_only()));
    let Some(info) = found else {
        let (product, method) = (Some(sample.product.as_str()), Some(sample.method.as_str()));
        let unknown = weixin_catalog::find(product, method, sample.path_only()).is_empty();
        let detail = if unknown { "not in the catalogue" } else { "no type yet" };
        return CheckResult::of(Verdict::UnknownEndpoint, detail);
    };
    let value =
        sample.content().and_then(|body| lenient::parse(&body).map_err(|error| error.to_string()));
    let findings = match value {
        Ok(Value::Object(fields)) if sample.kind == "request" => request(info, fields),
        Ok(_) if sample.kind == "request" => {
            return CheckResult::unreadable("the sample of a request is not a JSON object");
        }
        Ok(answer) => reply(info, answer),
        Err(problem) => return CheckResult::unreadable(problem),
    };
    CheckResult::found(findings)
}

/// Checks the body of a request. Some samples also contain fields of path or query, which are
/// ignored.
fn request(info: &EndpointInfo, mut fields: JsonMap<String, Value>) -> Findings {
    fields.retain(|name, _| {
        info.field(name).is_none_or(|field| check::is_in_body(field.location))
            || info.fields.iter().any(|field| field.field.flat)
    });
    check::request(info, &fields)
}

/// Checks a response. Apart from code and message, an error may contain the reply or a part of it.
fn reply(info: &EndpointInfo, answer: Value) -> Findings {
    let rejected = answer.get("errcode").is_some_and(|code| !is_zero(code));
    if !rejected {
        return check::reply(info, &answer);
    }
    let mut details = answer;
    if let Some(details) = details.as_object_mut() {
        details.retain(|name, _| !matches!(name.as_str(), "errcode" | "errmsg"));
    }
    let mut findings = match details.as_object().is_some_and(JsonMap::is_empty) {
        true => Findings::default(),
        false => check::reply(info, &details),
    };
    findings.problems.retain(|problem| problem.kind != ProblemKind::Missing);
    findings
}

fn push(sample: &Sample) -> CheckResult {
    let push = sample.content().and_then(|body| {
        let body = String::from_utf8(body).map_err(|error| error.to_string())?;
        Inbound::parse(&body).map_err(|error| error.to_string())
    });
    let push = match push {
        Ok(push) => push,
        // Without a type, a push that cannot be read is not a failure.
        Err(problem) => match message(sample) {
            Some(_) => return CheckResult::unreadable(problem),
            None => return CheckResult::of(Verdict::UnknownEvent, problem),
        },
    };
    // Some samples of pushes are passive replies, which have the same `MsgType`.
    let fields = push.fields();
    if let (true, Ok(reply)) = (is_reply(fields), PassiveReply::read(fields)) {
        let mut after = Map::new();
        ["ToUserName", "FromUserName", "CreateTime"]
            .iter()
            .filter_map(|name| Some((name, fields.get(name)?)))
            .for_each(|(name, node)| after.set(*name, node.clone()));
        reply.write(&mut after);
        let mut comparison = Comparison::default();
        match (json_of(fields), json_of(&after)) {
            (Ok(before), Ok(after)) => compare(&before, &after, &mut comparison),
            (Err(problem), _) | (_, Err(problem)) => return CheckResult::unreadable(problem),
        }
        return CheckResult::compared(comparison);
    }
    let Some(message) = message(sample) else {
        return CheckResult::of(Verdict::UnknownEvent, "no type yet");
    };
    CheckResult::found(check::push(message, &push))
}

/// The type of the message or event that the index names. If several match, one that requires a
/// `ChangeType` is preferred.
fn message(sample: &Sample) -> Option<&'static MessageInfo> {
    let change = Some(sample.change_type.as_str()).filter(|change| !change.is_empty());
    let kind = match (sample.msg_type.as_str(), sample.event.as_str(), sample.info_type.as_str()) {
        (_, event, _) if !event.is_empty() => Kind::Event { event, change },
        ("", _, "") => return None,
        ("", _, info) => Kind::Notice { info, change },
        (message, ..) => Kind::Message(message),
    };
    let products: Vec<Product> =
        sample.product.split('/').filter_map(|product| product.parse().ok()).collect();
    let fits = |typed: &&MessageInfo| {
        let in_scope = typed.scope.iter().any(|product| products.contains(product));
        in_scope && typed.selector.matches(&kind)
    };
    let has_change = |typed: &&MessageInfo| typed.selector.change().is_some();
    declared::messages().iter().filter(fits).max_by_key(has_change)
}

/// Whether this is a passive reply: its content is in a group of fields.
fn is_reply(fields: &Map) -> bool {
    let group = ["Image", "Voice", "Video", "Music", "Articles", "TransInfo"];
    fields.text("MsgType").is_some_and(|kind| kind.trim() == "transfer_customer_service")
        || group.iter().any(|name| fields.get(name).and_then(Node::as_map).is_some())
}

fn json_of(fields: &Map) -> Result<Value, String> {
    let text = fields.write(Format::Json);
    lenient::parse(text.as_bytes()).map_err(|error| error.to_string())
}

fn is_zero(code: &Value) -> bool {
    code.as_i64() == Some(0) || code.as_str() == Some("0")
}

impl CheckResult {
    fn of(verdict: Verdict, detail: impl Into<String>) -> Self {
        let (lost, dropped_empty) = (Vec::new(), Vec::new());
        Self { verdict, detail: detail.into(), lost, dropped_empty, others: 0 }
    }

    fn unreadable(problem: impl Into<String>) -> Self {
        Self::of(Verdict::ParseError, problem)
    }

    fn found(findings: Findings) -> Self {
        let Findings { problems, unnamed, .. } = findings;
        let lost: Vec<_> = problems
            .iter()
            .filter(|problem| problem.kind == ProblemKind::Undeclared)
            .map(|problem| problem.path.clone())
            .collect();
        let mut details: Vec<_> = problems.iter().map(Problem::to_string).collect();
        if unnamed > 0 {
            details.push(format!("read as Other: {unnamed}"));
        }
        let verdict = match (problems.len() > lost.len(), lost.is_empty()) {
            (true, _) => Verdict::ParseError,
            (false, false) => Verdict::LostFields,
            (false, true) => Verdict::Ok,
        };
        let detail = details.join("; ");
        Self { verdict, detail, lost, dropped_empty: Vec::new(), others: unnamed }
    }

    fn compared(comparison: Comparison) -> Self {
        let Comparison { lost, dropped_empty, changed, .. } = comparison;
        let mut details = Vec::new();
        let mut list = |title: &str, paths: &[String]| {
            if !paths.is_empty() {
                details.push(format!("{title}: {}", paths.join(", ")));
            }
        };
        list("lost", &lost);
        list("changed", &changed);
        list("dropped-empty", &dropped_empty);
        let lost = [lost, changed].concat();
        let verdict = if lost.is_empty() { Verdict::Ok } else { Verdict::LostFields };
        Self { verdict, detail: details.join("; "), lost, dropped_empty, others: 0 }
    }
}
