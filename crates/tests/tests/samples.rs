//! The platform's own samples, read into the compiled types, written back and compared.
//!
//! `weixin api check` does the same by the tables; this proves that the types do what the tables
//! say.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use weixin::api::lenient;
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
