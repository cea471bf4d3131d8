//! Finds the mistake that leads to a wrong signature.

use std::fmt::Write;

use sha1::{Digest, Sha1};
use weixin_protocol::Product;

use super::{
    PageConfig,
    variants::{Candidate, Layout, Mistake, layouts, nonces, timestamps, urls},
};
use crate::{
    Problem,
    state::{AccountState, JsTicket, PlatformState},
};

/// The maximum number of simultaneous mistakes that are searched for.
const MAX_MISTAKES: usize = 2;

impl PageConfig {
    /// The problem if no ticket for such configurations was ever issued.
    pub(super) fn no_ticket(
        &self,
        state: &PlatformState,
        account: &AccountState,
        kind: &str,
    ) -> Problem {
        let path = match (account.product, kind) {
            (Product::Work, "agent_config") => "/cgi-bin/ticket/get?type=agent_config",
            (Product::Work, _) => "/cgi-bin/get_jsapi_ticket",
            _ => "/cgi-bin/ticket/getticket?type=jsapi",
        };
        let problem = Problem::new(
            format!("No ticket was ever fetched from the emulator for this account ({path})."),
            format!("该账号从未向模拟器获取过 ticket（{path}）。"),
        );
        let others = |candidate: &Candidate| !candidate.mistakes.is_empty();
        let tickets: Vec<_> =
            tickets(state, account, None, kind).into_iter().filter(others).collect();
        match self.find_mistakes(account, &tickets) {
            Some(mistakes) => {
                let (en, zh) = joined(&mistakes);
                problem.hint(format!("What happened: {en}."), format!("原因：{zh}。"))
            }
            None => problem.hint(
                "Let the server that signs call the emulator's API.",
                "请让负责签名的服务器调用模拟器的接口。",
            ),
        }
    }

    /// The problem of a signature that is not the one of the current ticket.
    pub(super) fn wrong_signature(
        &self,
        state: &PlatformState,
        account: &AccountState,
        newest: &JsTicket,
    ) -> Problem {
        if let Some(problem) = self.wrong_form() {
            return problem;
        }
        let tickets = tickets(state, account, Some(newest), newest.kind);
        if let Some(mistakes) = self.find_mistakes(account, &tickets) {
            let (en, zh) = joined(&mistakes);
            return Problem::new(
                format!("The signature is wrong: {en}."),
                format!("签名错误：{zh}。"),
            )
            .hint(self.expected_en(), self.expected_zh());
        }
        let (en, zh) = if state.now() < newest.expires {
            ("", "")
        } else {
            (" The ticket has expired, too.", "此外 ticket 已过期。")
        };
        Problem::new(
            format!(
                "The signature is wrong, by none of the usual mistakes: another ticket, nonceStr, \
                 timestamp or URL was signed.{en}"
            ),
            format!("签名错误，且不属于常见错误：请核对参与签名的 ticket、noncestr、timestamp 和 url。{zh}"),
        )
        .hint(self.expected_en(), self.expected_zh())
    }

    /// The problem of a signature that no ticket can have.
    fn wrong_form(&self) -> Option<Problem> {
        let signature = &self.signature;
        if signature.len() == 40 && signature.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let length = signature.chars().count();
        Some(Problem::new(
            format!(
                "The signature is not a SHA-1 in hexadecimal: it has {length} characters, not 40."
            ),
            format!("签名不是十六进制的 SHA-1：长度为 {length} 个字符，应为 40 个。"),
        ))
    }

    fn expected_en(&self) -> String {
        format!("Expected: SHA-1 of {}", self.expected())
    }

    fn expected_zh(&self) -> String {
        format!("应为以下文本的 SHA-1：{}", self.expected())
    }

    /// The text to sign, without the ticket. The URL is complete: the developer has to compare its
    /// query with that of the signed one.
    fn expected(&self) -> String {
        let (nonce, at, url) = (&self.nonce, &self.timestamp, self.signed_url());
        format!("jsapi_ticket=…&noncestr={nonce}&timestamp={at}&url={url}")
    }

    /// The mistakes that lead to the signature of the configuration; as few as possible.
    fn find_mistakes(&self, account: &AccountState, tickets: &[Candidate]) -> Option<Vec<Mistake>> {
        let domains = account.js_domains.iter().map(String::as_str);
        let urls = urls(&self.url, domains.chain(account.trusted_domains()));
        let (nonces, times, layouts) =
            (nonces(&self.nonce), timestamps(&self.timestamp), layouts());
        let wanted = self.signature.to_ascii_lowercase();
        let mut best: Option<Vec<Mistake>> = None;
        for (ticket, url) in pairs(tickets, &urls) {
            for (nonce, time) in pairs(&nonces, &times) {
                for layout in &layouts {
                    let mistakes = [
                        &ticket.mistakes,
                        &layout.mistakes,
                        &nonce.mistakes,
                        &time.mistakes,
                        &url.mistakes,
                    ];
                    let count: usize = mistakes.iter().map(|mistakes| mistakes.len()).sum();
                    let limit = best.as_ref().map_or(MAX_MISTAKES + 1, Vec::len);
                    if count >= limit {
                        continue;
                    }
                    let parts = [&*ticket.value, &*nonce.value, &*time.value, &*url.value];
                    if signed(&layout.value, parts) == wanted {
                        best = Some(mistakes.into_iter().flatten().cloned().collect());
                    }
                }
            }
        }
        // Without any mistake, only the case of the digits differs.
        best.map(|mistakes| {
            if mistakes.is_empty() {
                let (en, zh) = ("it must be in lower case", "签名须为小写");
                vec![(en.to_owned(), zh.to_owned())]
            } else {
                mistakes
            }
        })
    }
}

/// The ticket that has to sign, and other values that are mistaken for it.
fn tickets(
    state: &PlatformState,
    account: &AccountState,
    newest: Option<&JsTicket>,
    kind: &str,
) -> Vec<Candidate> {
    let mut all = Vec::new();
    if let Some(newest) = newest {
        all.push(if state.now() < newest.expires {
            Candidate::correct(newest.value.clone())
        } else {
            Candidate::wrong(
                newest.value.clone(),
                "the ticket has expired: fetch a new one at least every 7,200 seconds",
                "ticket 已过期：有效期 7200 秒，需重新获取",
            )
        });
    }
    let own = account
        .tickets
        .issued()
        .filter(|ticket| newest.is_none_or(|newest| !std::ptr::eq(*ticket, newest)));
    for ticket in own {
        all.push(if ticket.kind == kind {
            Candidate::wrong(
                ticket.value.clone(),
                "it was signed with a former ticket, which has expired",
                "使用了已过期的旧 ticket",
            )
        } else {
            let other = ticket.kind;
            Candidate::wrong(
                ticket.value.clone(),
                format!("it was signed with the ticket of type {other} instead of {kind}"),
                format!("使用了 {other} 类型的 ticket，应使用 {kind}"),
            )
        });
    }
    for token in account.tokens.values() {
        all.push(Candidate::wrong(
            token.to_owned(),
            "it was signed with the access token instead of a ticket",
            "使用了 access_token，应使用 ticket",
        ));
    }
    let others = state.accounts.iter().filter(|other| other.id != account.id);
    for other in others {
        for ticket in other.tickets.issued() {
            all.push(Candidate::wrong(
                ticket.value.clone(),
                format!("it was signed with a ticket of another account, {}", other.id),
                format!("使用了其他账号（{}）的 ticket", other.id),
            ));
        }
    }
    all
}

fn signed(layout: &Layout, parts: [&str; 4]) -> String {
    let hash = Sha1::digest(layout.text(parts).as_bytes());
    hash.iter().fold(String::with_capacity(40), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn pairs<'a, A, B>(first: &'a [A], second: &'a [B]) -> impl Iterator<Item = (&'a A, &'a B)> {
    first.iter().flat_map(move |a| second.iter().map(move |b| (a, b)))
}

/// Several mistakes as one text.
fn joined(mistakes: &[Mistake]) -> (String, String) {
    let (en, zh): (Vec<&str>, Vec<&str>) =
        mistakes.iter().map(|(en, zh)| (en.as_str(), zh.as_str())).unzip();
    (en.join("; and "), zh.join("；"))
}
