//! The platform's own samples, read into the compiled types, written back and compared.
//!
//! `weixin api check` does the same by the tables; this proves that the types do what the tables
//! say.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use weixin::{
    api::lenient,
    protocol::{Format, Inbound, InboundMessage, InboundVisitor, Product},
};
use weixin_catalog::samples::{Comparison, Sample, compare};
use weixin_tests::{extras, typed};

/// Samples that show the contents of all kinds at once. Only that of the kind which the sample names
/// means something, and only that is read.
const ALTERNATIVES: [(&str, &[&str]); 3] = [
    (
        "Api/requests/CgibinMessageMassSendRequest.json",
        &["images", "mpvideo", "text", "voice", "wxcard"],
    ),
    (
        "Api/requests/CgibinMessageMassPreviewRequest.json",
        &["image", "mpvideo", "text", "voice", "wxcard"],
    ),
    (
        "Api/requests/CardCreateRequest.json",
        &[
            "card.boarding_pass",
            "card.cash",
            "card.discount",
            "card.general_card",
            "card.general_coupon",
            "card.gift",
            "card.meeting_ticket",
            "card.member_card",
            "card.movie_ticket",
            "card.scenic_ticket",
        ],
    ),
];

/// What is wrong with a sample of a call, if its endpoint has a type.
fn round_trip(sample: &Sample) -> Option<Result<(), String>> {
    let endpoint = typed::find(sample.host()?, &sample.method, sample.path_only())?;
    Some((|| {
        let body = sample.content()?;
        let before = lenient::parse(&body).map_err(|error| error.to_string())?;
        let after = match (&before, sample.kind.as_str()) {
            (_, "response") => endpoint.response(&body)?,
            (Value::Object(fields), _) => endpoint.request(fields.clone())?,
            _ => return Err("the sample of a request is not a JSON object".to_owned()),
        };
        let zero = |code: &Value| code.as_i64() == Some(0) || code.as_str() == Some("0");
        let success = sample.kind == "response" && before.get("errcode").is_none_or(zero);
        let mut comparison = Comparison::default();
        compare(&before, &after, &mut comparison);
        if success {
            comparison.ignore(&["errcode", "errmsg"]);
        }
        for (_, kinds) in ALTERNATIVES.iter().filter(|(file, _)| *file == sample.file) {
            let read = |kind: &&&str| !comparison.lost.iter().any(|lost| lost == **kind);
            if let Some(kind) = kinds.iter().find(read) {
                return Err(format!("{kind} is no longer an alternative"));
            }
            comparison.ignore(kinds);
        }
        let lost = [comparison.lost, comparison.changed].concat();
        if lost.is_empty() { Ok(()) } else { Err(format!("lost: {}", lost.join(", "))) }
    })())
}

#[test]
#[ignore = "needs the official samples: `cargo xtask samples` runs it where they are"]
fn official_samples_go_through_their_types_without_a_loss() {
    let index = extras::samples().join("index.csv");
    let mut failures = Vec::new();
    let mut read = 0;
    for sample in Sample::index(&index).unwrap() {
        if sample.kind == "event" {
            continue;
        }
        match round_trip(&sample) {
            None => {}
            Some(Ok(())) => read += 1,
            Some(Err(problem)) => failures.push(format!("{}: {problem}", sample.file)),
        }
    }
    println!("{read} samples went through their types, {} did not", failures.len());
    assert!(read > 0, "the index has no samples of typed endpoints");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Reads one push as every type that it matches.
struct EachType<'a> {
    push: &'a Inbound,
    products: Vec<Product>,
    read: usize,
    failures: Vec<String>,
}

impl InboundVisitor for EachType<'_> {
    fn visit<T: InboundMessage>(&mut self) {
        let in_scope = T::SCOPE.iter().any(|product| self.products.contains(product));
        if !in_scope || !self.push.is::<T>() {
            return;
        }
        self.read += 1;
        if let Err(problem) = rewritten::<T>(self.push) {
            self.failures.push(format!("{}: {problem}", T::SELECTOR));
        }
    }
}

/// Whether anything is lost if the push is read as `T` and written again.
fn rewritten<T: InboundMessage>(push: &Inbound) -> Result<(), String> {
    let message: T = push.read().map_err(|error| error.to_string())?;
    let written = Inbound::of(push.header(), &message, push.format());
    let json = |push: &Inbound| {
        lenient::parse(push.write(Format::Json).as_bytes()).map_err(|error| error.to_string())
    };
    let mut comparison = Comparison::default();
    compare(&json(push)?, &json(&written)?, &mut comparison);
    // These select the type, ignoring case.
    let selecting = ["MsgType", "Event", "InfoType", "ChangeType"];
    comparison.changed.retain(|path| !selecting.contains(&path.as_str()));
    let lost = [comparison.lost, comparison.changed].concat();
    if lost.is_empty() { Ok(()) } else { Err(format!("lost: {}", lost.join(", "))) }
}

#[test]
#[ignore = "needs the official samples: `cargo xtask samples` runs it where they are"]
fn official_pushes_go_through_their_types_without_a_loss() {
    let index = extras::samples().join("index.csv");
    let (mut read, mut failures) = (0, Vec::new());
    for sample in Sample::index(&index).unwrap() {
        let products: Vec<_> =
            sample.product.split('/').filter_map(|product| product.parse().ok()).collect();
        if sample.kind != "event" || products.is_empty() {
            continue;
        }
        let body = String::from_utf8(sample.content().unwrap()).unwrap();
        let Ok(push) = Inbound::parse(&body) else { continue };
        // Some samples of pushes are passive replies, whose content is in a group of fields.
        let group = ["Image", "Voice", "Video", "Music", "Articles", "TransInfo"];
        let in_group = |name: &&str| push.fields().get(name).is_some_and(|n| n.as_map().is_some());
        if group.iter().any(in_group) {
            continue;
        }
        let mut types = EachType { push: &push, products, read: 0, failures: Vec::new() };
        weixin::protocol::visit_messages(&mut types);
        weixin::official::visit_messages(&mut types);
        weixin::mini::visit_messages(&mut types);
        weixin::work::visit_messages(&mut types);
        weixin::open::visit_messages(&mut types);
        read += types.read;
        failures.extend(types.failures.iter().map(|problem| format!("{}: {problem}", sample.file)));
    }
    println!("{read} pushes went through their types, {} did not", failures.len());
    assert!(read > 0, "the index has no samples of typed pushes");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
