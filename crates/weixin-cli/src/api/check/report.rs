//! Output of a check: a summary, or a JSON object per sample.

use std::{collections::BTreeMap, fmt::Write};

use serde_json::json;

use weixin_catalog::samples::Sample;

use super::{CheckResult, Verdict};

/// Collects results.
#[derive(Debug)]
pub(super) struct Report {
    json: bool,
    text: String,
    counts: BTreeMap<(String, String), Count>,
}

#[derive(Debug, Default)]
struct Count {
    verdicts: [usize; Verdict::ALL.len()],
    dropped_empty: usize,
    others: usize,
}

impl Report {
    pub(super) fn new(json: bool) -> Self {
        Self { json, text: String::new(), counts: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, sample: &Sample, outcome: &CheckResult) {
        let CheckResult { verdict, detail, lost, dropped_empty, others } = outcome;
        if self.json {
            let line = json!({
                "file": sample.file,
                "kind": sample.kind,
                "product": sample.product,
                "method": sample.method,
                "path": sample.path,
                "result": verdict.as_str(),
                "detail": detail,
                "lost": lost,
                "dropped_empty": dropped_empty,
                "other": others,
            });
            let _ = writeln!(self.text, "{line}");
            return;
        }
        if verdict.is_failure() {
            let _ = writeln!(self.text, "{}  {}\n    {detail}", verdict.as_str(), sample.file);
        }
        let count = self.counts.entry((sample.product.clone(), sample.kind.clone())).or_default();
        let at = Verdict::ALL.iter().position(|known| known == verdict);
        at.and_then(|at| count.verdicts.get_mut(at)).into_iter().for_each(|count| *count += 1);
        count.dropped_empty += usize::from(!dropped_empty.is_empty());
        count.others += others;
    }

    pub(super) fn finish(mut self) -> String {
        if self.json {
            return self.text;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let mut row = |cells: [&str; 9]| {
            let [product, kind, ok, endpoint, event, parse, lost, dropped, others] = cells;
            let _ = writeln!(
                self.text,
                "{product:<20}{kind:<10}{ok:>6}{endpoint:>18}{event:>15}{parse:>13}{lost:>13}\
                 {dropped:>15}{others:>7}"
            );
        };
        let names = Verdict::ALL.map(Verdict::as_str);
        let [ok, endpoint, event, parse, lost] = names;
        row(["product", "kind", ok, endpoint, event, parse, lost, "dropped-empty", "Other"]);
        let mut total = Count::default();
        for ((product, kind), count) in &self.counts {
            row(count.cells(product, kind).each_ref().map(String::as_str));
            total.add(count);
        }
        row(total.cells("all", "").each_ref().map(String::as_str));
        self.text
    }
}

impl Count {
    fn cells(&self, product: &str, kind: &str) -> [String; 9] {
        let [ok, endpoint, event, parse, lost] = self.verdicts.map(|count| count.to_string());
        let (dropped, others) = (self.dropped_empty.to_string(), self.others.to_string());
        [product.to_owned(), kind.to_owned(), ok, endpoint, event, parse, lost, dropped, others]
    }

    fn add(&mut self, other: &Self) {
        self.verdicts.iter_mut().zip(other.verdicts).for_each(|(mine, theirs)| *mine += theirs);
        self.dropped_empty += other.dropped_empty;
        self.others += other.others;
    }
}
