//! `weixin api check`: compares samples with the declarations of their types.

mod judge;
mod report;

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use weixin_catalog::samples::Sample;

use self::report::Report;

/// Options of the check.
#[derive(Debug, Args)]
pub(crate) struct CheckOptions {
    /// The index of the samples: a CSV file with the columns kind (request, response or event),
    /// product, method, path, msg_type, event, info_type, change_type and file (a path relative to
    /// the index) 样例索引（CSV 文件），样例文件的路径相对于它
    index: PathBuf,
    /// Print one JSON object per sample instead of the summary
    /// 每个样例输出一个 JSON 对象，而不是汇总表
    #[arg(long)]
    json: bool,
}

/// The verdict on a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Verdict {
    /// No values were lost.
    Ok,
    /// There is no type for this endpoint.
    UnknownEndpoint,
    /// There is no type for this message or event.
    UnknownEvent,
    /// The sample cannot be read into its type.
    ParseError,
    /// Some values were lost or changed.
    LostFields,
}

impl Verdict {
    pub(crate) const ALL: [Verdict; 5] = [
        Verdict::Ok,
        Verdict::UnknownEndpoint,
        Verdict::UnknownEvent,
        Verdict::ParseError,
        Verdict::LostFields,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Verdict::Ok => "ok",
            Verdict::UnknownEndpoint => "unknown-endpoint",
            Verdict::UnknownEvent => "unknown-event",
            Verdict::ParseError => "parse-error",
            Verdict::LostFields => "lost-fields",
        }
    }

    /// Whether a type is wrong. A missing type is reported but not a failure.
    fn is_failure(self) -> bool {
        matches!(self, Verdict::ParseError | Verdict::LostFields)
    }
}

/// The result of checking a sample.
#[derive(Debug)]
pub(crate) struct CheckResult {
    pub(crate) verdict: Verdict,
    /// A description of the problem.
    pub(crate) detail: String,
    /// The key paths of lost or changed values.
    pub(crate) lost: Vec<String>,
    /// The key paths of missing values that were empty: null, an empty value, or the `errcode` of a
    /// success.
    pub(crate) dropped_empty: Vec<String>,
    /// The number of values that were read as the `Other` of an enum.
    pub(crate) others: usize,
}

pub(crate) fn run(options: &CheckOptions) -> Result<ExitCode, String> {
    let mut report = Report::new(options.json);
    let mut failed = false;
    for sample in Sample::index(&options.index)? {
        let outcome = judge::judge(&sample);
        failed |= outcome.verdict.is_failure();
        report.add(&sample, &outcome);
    }
    crate::terminal::print(&report.finish());
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
