//! What was found, as a table and as JSON.

use std::process::ExitCode;

use serde_json::json;

use crate::terminal::{CliError, print_line};

/// The result of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    Warning,
    Wrong,
    Skipped,
}

impl Status {
    fn mark(self) -> &'static str {
        match self {
            Self::Ok => "✓",
            Self::Warning => "!",
            Self::Wrong => "✗",
            Self::Skipped => "–",
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
            Self::Skipped => "skipped",
        }
    }
}

/// One line of the report. Texts are in English, then in Chinese, and contain no secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) check: &'static str,
    /// `None`: it concerns no single account.
    pub(super) account: Option<String>,
    pub(super) status: Status,
    pub(super) detail: String,
    /// What to do.
    pub(super) advice: Option<String>,
}

impl Finding {
    fn new(check: &'static str, status: Status, detail: impl Into<String>) -> Self {
        Self { check, account: None, status, detail: detail.into(), advice: None }
    }

    pub(super) fn ok(check: &'static str, detail: impl Into<String>) -> Self {
        Self::new(check, Status::Ok, detail)
    }

    pub(super) fn warning(check: &'static str, detail: impl Into<String>) -> Self {
        Self::new(check, Status::Warning, detail)
    }

    pub(super) fn wrong(check: &'static str, detail: impl Into<String>) -> Self {
        Self::new(check, Status::Wrong, detail)
    }

    /// `detail` is the reason.
    pub(super) fn skipped(check: &'static str, detail: impl Into<String>) -> Self {
        Self::new(check, Status::Skipped, detail)
    }

    pub(super) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    pub(super) fn of(mut self, account: &str) -> Self {
        self.account = Some(account.to_owned());
        self
    }
}

/// Prints the findings. The exit status is 1 if something is wrong.
pub(super) fn print(findings: &[Finding], as_json: bool) -> Result<ExitCode, CliError> {
    let text = if as_json { json_text(findings) } else { table(findings).join("\n") };
    match print_line(&text) {
        // If only the first line was read, the exit status still has to be right.
        Ok(()) | Err(CliError::OutputClosed) => {}
        Err(problem) => return Err(problem),
    }
    let is_wrong = findings.iter().any(|finding| finding.status == Status::Wrong);
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn json_text(findings: &[Finding]) -> String {
    let object = |finding: &Finding| {
        json!({
            "check": finding.check,
            "account": finding.account,
            "status": finding.status.as_str(),
            "detail": finding.detail,
            "advice": finding.advice,
        })
    };
    format!("{:#}", json!(findings.iter().map(object).collect::<Vec<_>>()))
}

fn table(findings: &[Finding]) -> Vec<String> {
    let width = findings.iter().map(|finding| finding.check.len()).max().unwrap_or_default();
    let mut lines = Vec::new();
    let mut account = &None;
    for finding in findings {
        // The account is a heading: it would take half of every line.
        if finding.account != *account {
            account = &finding.account;
            let name = account.as_deref().unwrap_or("all accounts 所有账号");
            lines.push(format!("{}{name}", if lines.is_empty() { "" } else { "\n" }));
        }
        lines.push(format!(
            "{} {:<width$}  {}",
            finding.status.mark(),
            finding.check,
            finding.detail
        ));
        if let Some(advice) = &finding.advice {
            lines.extend(advice.lines().map(|line| format!("  {:<width$}  → {line}", "")));
        }
    }
    let count = |status| findings.iter().filter(|finding| finding.status == status).count();
    let [ok, warnings, wrong, skipped] =
        [Status::Ok, Status::Warning, Status::Wrong, Status::Skipped].map(count);
    lines.push(format!(
        "\n✓ {ok} ok 正常   ! {warnings} warnings 警告   ✗ {wrong} wrong 错误   – {skipped} not checked 未检查"
    ));
    lines
}
