//! A sample: finds its type, reads it and writes it back.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map as JsonMap, Value};
use weixin::{
    api::lenient,
    protocol::{Inbound, Kind, Map, Node, PassiveReply, Product},
};

use super::{
    CheckResult, Verdict,
    compare::{Comparison, compare},
};
use crate::api::typed::{self, TypedEndpoint, TypedMessage, WrittenBack};

/// A line of the index.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    pub(crate) kind: String,
    pub(crate) product: String,
    pub(crate) method: String,
    pub(crate) path: String,
    msg_type: String,
    event: String,
    info_type: String,
    change_type: String,
    pub(crate) file: String,
    folder: PathBuf,
}

impl Sample {
    /// Reads an index.
    pub(crate) fn index(path: &Path) -> Result<Vec<Self>, String> {
        let problem = |error: csv::Error| format!("{}: {error}", path.display());
        let mut reader = csv::Reader::from_path(path).map_err(problem)?;
        let header = reader.headers().map_err(problem)?.clone();
        let column = |name: &str| header.iter().position(|column| column == name);
        if let Some(missing) =
            ["kind", "product", "file"].iter().find(|name| column(name).is_none())
        {
            return Err(format!("{}: there is no column {missing:?} 缺少该列", path.display()));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let sample = |record: csv::StringRecord| {
            let text = |name: &str| {
                column(name).and_then(|at| record.get(at)).unwrap_or_default().trim().to_owned()
            };
            Self {
                kind: text("kind"),
                product: text("product"),
                method: text("method"),
                path: text("path"),
                msg_type: text("msg_type"),
                event: text("event"),
                info_type: text("info_type"),
                change_type: text("change_type"),
                file: text("file"),
                folder: folder.to_owned(),
            }
        };
        reader.records().map(|record| record.map(sample).map_err(problem)).collect()
    }

    /// Reads the sample into its type, writes it back and compares.
    pub(crate) fn check(&self) -> CheckResult {
        match self.kind.as_str() {
            "event" => self.check_push(),
            "request" | "response" => self.check_call(),
            other => CheckResult::unreadable(format!("unknown kind of sample {other:?}")),
        }
    }

    fn content(&self) -> Result<Vec<u8>, String> {
        let path = self.folder.join(&self.file);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn check_call(&self) -> CheckResult {
        let Some(endpoint) = self.endpoint() else {
            let path = self.bare_path();
            let known =
                weixin_catalog::find(Some(&self.product), Some(&self.method), path).is_empty();
            let detail = if known { "not in the catalogue" } else { "no type yet" };
            return CheckResult::of(Verdict::UnknownEndpoint, detail);
        };
        let (before, after) = match self.send(endpoint) {
            Ok(both) => both,
            Err(problem) => return CheckResult::unreadable(problem),
        };
        let mut comparison = Comparison::default();
        let success = self.kind == "response" && before.get("errcode").is_none_or(is_zero);
        compare(&before, &after.value, &mut comparison);
        if success {
            comparison.ignore(&["errcode", "errmsg"]);
        }
        CheckResult::compared(comparison, after.others)
    }

    fn send(&self, endpoint: &TypedEndpoint) -> Result<(Value, WrittenBack), String> {
        let body = self.content()?;
        let before = lenient::parse(&body).map_err(|error| error.to_string())?;
        let after = match (&before, self.kind.as_str()) {
            (_, "response") => endpoint.response(&body)?,
            (Value::Object(fields), _) => endpoint.request(fields.clone())?,
            _ => return Err("the request sample is not a JSON object".to_owned()),
        };
        Ok((before, after))
    }

    /// The path without the suffix that distinguishes samples.
    fn bare_path(&self) -> &str {
        self.path.split('#').next().unwrap_or(&self.path)
    }

    /// The type of the endpoint at the host that the catalogue has for it.
    fn endpoint(&self) -> Option<&'static TypedEndpoint> {
        let path = self.bare_path();
        let entry = weixin_catalog::find(Some(&self.product), Some(&self.method), path);
        let host = match (entry.first(), self.product.as_str()) {
            (Some(entry), _) => entry.host,
            (None, "work") => "qyapi.weixin.qq.com",
            (None, product) if product.starts_with("pay") => return None,
            (None, _) => "api.weixin.qq.com",
        };
        typed::find(host, &self.method, path)
    }

    fn check_push(&self) -> CheckResult {
        let push = self.content().and_then(|body| {
            let body = String::from_utf8(body).map_err(|error| error.to_string())?;
            Inbound::parse(&body).map_err(|error| error.to_string())
        });
        let push = match push {
            Ok(push) => push,
            // Without a type, a malformed sample is not a failure.
            Err(problem) => match self.message() {
                Some(_) => return CheckResult::unreadable(problem),
                None => return CheckResult::of(Verdict::UnknownEvent, problem),
            },
        };
        // The samples of pushes include replies, which have the same discriminators.
        let fields = push.fields();
        if let (true, Ok(reply)) = (is_reply(fields), PassiveReply::read(fields)) {
            let mut after = Map::new();
            ["ToUserName", "FromUserName", "CreateTime"]
                .iter()
                .filter_map(|name| Some((name, fields.get(name)?)))
                .for_each(|(name, node)| after.set(*name, node.clone()));
            reply.write(&mut after);
            let mut comparison = Comparison::default();
            compare(&json_of(fields), &json_of(&after), &mut comparison);
            return CheckResult::compared(comparison, 0);
        }
        let Some(message) = self.message() else {
            return CheckResult::of(Verdict::UnknownEvent, "no type yet");
        };
        match message.read(&push) {
            Ok((written, others)) => {
                let mut comparison = Comparison::default();
                compare(&json_of(fields), &json_of(written.fields()), &mut comparison);
                // These fields selected the type, ignoring case, so only their case can differ.
                let discriminators = ["MsgType", "Event", "InfoType", "ChangeType"];
                comparison.changed.retain(|path| !discriminators.contains(&path.as_str()));
                CheckResult::compared(comparison, others)
            }
            Err(problem) => CheckResult::unreadable(problem),
        }
    }

    /// The type of the message or event in the index; the most specific one if several match.
    fn message(&self) -> Option<&'static TypedMessage> {
        let change = Some(self.change_type.as_str()).filter(|change| !change.is_empty());
        let kind = match (self.msg_type.as_str(), self.event.as_str(), self.info_type.as_str()) {
            (_, event, _) if !event.is_empty() => Kind::Event { event, change },
            ("", _, "") => return None,
            ("", _, info) => Kind::Notice { info, change },
            (message, ..) => Kind::Message(message),
        };
        let products: Vec<Product> =
            self.product.split('/').filter_map(|product| product.parse().ok()).collect();
        let fits = |typed: &&TypedMessage| {
            let in_scope = typed.scope.iter().any(|product| products.contains(product));
            in_scope && typed.selector.matches(&kind)
        };
        let specific = |typed: &&TypedMessage| typed.selector.change().is_some();
        typed::messages().iter().filter(fits).max_by_key(specific)
    }
}

/// Whether this is a passive reply, which has its content in a nested element.
fn is_reply(fields: &Map) -> bool {
    let group = ["Image", "Voice", "Video", "Music", "Articles", "TransInfo"];
    fields.text("MsgType").is_some_and(|kind| kind.trim() == "transfer_customer_service")
        || group.iter().any(|name| fields.get(name).and_then(Node::as_map).is_some())
}

fn is_zero(code: &Value) -> bool {
    code.as_i64() == Some(0) || code.as_str() == Some("0")
}

/// The fields of a push as JSON, for comparing.
fn json_of(map: &Map) -> Value {
    let fields: JsonMap<_, _> =
        map.iter().map(|(name, node)| (name.to_owned(), node_of(node))).collect();
    Value::Object(fields)
}

fn node_of(node: &Node) -> Value {
    match node {
        Node::Text(text) | Node::Number(text) => Value::String(text.clone()),
        Node::Bool(truth) => Value::Bool(*truth),
        Node::Null => Value::Null,
        Node::List(list) => Value::Array(list.iter().map(node_of).collect()),
        Node::Map(map) => json_of(map),
    }
}

impl CheckResult {
    fn of(verdict: Verdict, detail: impl Into<String>) -> Self {
        let (lost, dropped_empty) = (Vec::new(), Vec::new());
        Self { verdict, detail: detail.into(), lost, dropped_empty, others: 0 }
    }

    fn unreadable(problem: impl Into<String>) -> Self {
        Self::of(Verdict::ParseError, problem)
    }

    fn compared(comparison: Comparison, others: usize) -> Self {
        let Comparison { lost, dropped_empty, changed } = comparison;
        let mut details = Vec::new();
        let mut list = |title: &str, paths: &[String]| {
            if !paths.is_empty() {
                details.push(format!("{title}: {}", paths.join(", ")));
            }
        };
        list("lost", &lost);
        list("changed", &changed);
        list("dropped-empty", &dropped_empty);
        if others > 0 {
            details.push(format!("read as Other: {others}"));
        }
        let lost = [lost, changed].concat();
        let verdict = if lost.is_empty() { Verdict::Ok } else { Verdict::LostFields };
        Self { verdict, detail: details.join("; "), lost, dropped_empty, others }
    }
}
