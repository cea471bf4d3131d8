//! The requests to a deployed bot, in the order in which they tell the most.

use std::time::Duration;

use weixin::protocol::{
    BotAnswer, Callback, Error, Mode, PlatformPush, Product, UrlCheck, push_class,
    url_check_deadline,
};

use super::{
    super::{
        CLOCKS_AGREE, Doctor, Finding,
        http::{Answer, Failure},
    },
    answer::{Rejection, rejection},
    body::{self, Difference},
    causes::{self, Cause},
    target::{Setting, Target},
};

const REACHABLE: &str = "reachable";
const VERIFICATION: &str = "url verification";
const FORGED_VERIFICATION: &str = "forged verification";
const CLOCK: &str = "clock";
const SPEED: &str = "speed";

/// The checks of one bot.
#[derive(Debug)]
pub(super) struct Probe<'a> {
    doctor: &'a Doctor,
    target: &'a Target,
    findings: Vec<Finding>,
    /// By how much the bot's clock is ahead of ours. `None`: unknown.
    ahead: Option<i64>,
    /// Whether a request with a wrong signature was taken for a right one.
    checks_nothing: bool,
    /// What is added to our time when requests are signed: a wrong clock hides nothing else.
    shift: i64,
    /// What was answered, how long it took, and how long it may.
    timings: Vec<(&'static str, Duration, Duration)>,
}

/// The result of the URL verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Passed,
    Rejected,
    /// There is no callback at this URL, or nothing at all.
    NotThere {
        is_reachable: bool,
    },
    /// Anything else.
    Failed,
}

/// Why a request was not accepted.
enum Unaccepted {
    Failure(Failure),
    Rejection(Rejection),
    Body(Difference),
    /// It could not be made.
    Unmade(Error),
}

impl<'a> Probe<'a> {
    pub(super) fn new(doctor: &'a Doctor, target: &'a Target) -> Self {
        Self {
            doctor,
            target,
            findings: Vec::new(),
            ahead: None,
            checks_nothing: false,
            shift: 0,
            timings: Vec::new(),
        }
    }

    pub(super) async fn run(mut self) -> Vec<Finding> {
        let verdict = self.verification().await;
        let modes = self.target.callback.modes().to_vec();
        if let Verdict::NotThere { is_reachable } = verdict {
            let why = match is_reachable {
                true => "there is no callback at this URL 该地址没有回调服务",
                false => "no answer 没有收到响应",
            };
            let pushes = modes.iter().flat_map(|mode| [push_name(*mode), forged_name(*mode)]);
            let rest: Vec<_> =
                [FORGED_VERIFICATION].into_iter().chain(pushes).chain([CLOCK, SPEED]).collect();
            self.findings.extend(rest.iter().map(|check| Finding::skipped(check, why)));
            return self.findings;
        }
        self.forged_verification().await;
        for mode in modes {
            let is_accepted = self.push(mode, verdict).await;
            self.forged_push(mode, is_accepted).await;
        }
        self.clock();
        self.speed();
        self.findings
    }

    /// The time with which requests are signed.
    fn now(&self) -> i64 {
        i64::try_from(self.doctor.clock.now().as_secs()).unwrap_or(i64::MAX) + self.shift
    }

    fn is_skewed(&self) -> Option<i64> {
        self.ahead.filter(|ahead| ahead.unsigned_abs() > CLOCKS_AGREE)
    }

    async fn ask(&mut self, check: &UrlCheck) -> Result<Answer, Failure> {
        let answer = self.doctor.http.get(self.target.with_query(&check.query)).await?;
        self.ahead = self.ahead.or(answer.ahead);
        Ok(answer)
    }

    async fn deliver(&mut self, push: &PlatformPush) -> Result<Answer, Failure> {
        let url = self.target.with_query(&push.query);
        let answer = self.doctor.http.post(url, push.content_type, push.body.clone()).await?;
        self.ahead = self.ahead.or(answer.ahead);
        Ok(answer)
    }

    /// Verifies the URL with these settings.
    async fn verify(&mut self, by: &Callback, at: i64) -> Result<Answer, Unaccepted> {
        let check = self.target.url_check(by, at).map_err(Unaccepted::Unmade)?;
        let answer = self.ask(&check).await.map_err(Unaccepted::Failure)?;
        if let Some(rejection) = rejection(&answer, "GET") {
            return Err(Unaccepted::Rejection(rejection));
        }
        let sent = check.query.echostr.as_deref().unwrap_or_default();
        let difference =
            compressed(&answer).or_else(|| body::of_echo(&answer.text(), &check.expected, sent));
        difference.map_or(Ok(answer), |difference| Err(Unaccepted::Body(difference)))
    }

    async fn verification(&mut self) -> Verdict {
        let target = self.target;
        let first = self.verify(&target.callback, self.now()).await;
        self.findings.push(match &first {
            Err(Unaccepted::Failure(failure)) => {
                let (detail, advice) = failure.explain();
                Finding::wrong(REACHABLE, detail).advice(advice)
            }
            _ => Finding::ok(REACHABLE, format!("{} answers 可连接", target.url.path())),
        });
        match first {
            Ok(answer) => {
                let chunked =
                    if answer.is_chunked() { " (sent in chunks 分块传输)" } else { "" };
                let detail = format!("the `echostr` came back unchanged 原样返回 echostr{chunked}");
                self.findings.push(Finding::ok(VERIFICATION, detail));
                self.timed(VERIFICATION, &answer, url_check_deadline(target.callback.product()));
                Verdict::Passed
            }
            Err(Unaccepted::Failure(_)) => {
                let why = "no answer 没有收到响应";
                self.findings.push(Finding::skipped(VERIFICATION, why));
                Verdict::NotThere { is_reachable: false }
            }
            Err(Unaccepted::Unmade(error)) => {
                self.findings.push(Finding::wrong(VERIFICATION, error.to_string()));
                Verdict::Failed
            }
            Err(Unaccepted::Body(difference)) => {
                self.wrong(VERIFICATION, difference);
                Verdict::Failed
            }
            Err(Unaccepted::Rejection(Rejection::Elsewhere(detail, advice))) => {
                let is_there =
                    !["HTTP 3", "HTTP 404"].iter().any(|start| detail.starts_with(start));
                self.findings.push(Finding::wrong(VERIFICATION, detail).advice(advice));
                if is_there { Verdict::Failed } else { Verdict::NotThere { is_reachable: true } }
            }
            Err(Unaccepted::Rejection(Rejection::ByBot)) => {
                let cause = self.cause_of_verification().await;
                let knows_time = self.ahead.is_some();
                let (detail, advice) = match cause {
                    Some(cause) => cause.explain(),
                    None => (
                        "the bot rejects it 机器人拒绝了请求".to_owned(),
                        causes::of_verification(target, knows_time),
                    ),
                };
                let detail = format!("rejected (403): {detail}");
                self.findings.push(Finding::wrong(VERIFICATION, detail).advice(advice));
                // What follows is signed at the bot's time, and can pass.
                if matches!(cause, Some(Cause::Clock(_))) {
                    Verdict::Passed
                } else {
                    Verdict::Rejected
                }
            }
        }
    }

    /// Sends the URL verification with other settings, until one passes.
    async fn cause_of_verification(&mut self) -> Option<Cause> {
        let target = self.target;
        if let Some(ahead) = self.is_skewed()
            && self.verify(&target.callback, self.now() + ahead).await.is_ok()
        {
            self.shift = ahead;
            return Some(Cause::Clock(ahead));
        }
        for (setting, callback) in &target.outdated {
            let tells = target.is_work() || *setting == Setting::Token;
            if tells && self.verify(callback, self.now()).await.is_ok() {
                return Some(Cause::Outdated(*setting));
            }
        }
        None
    }

    async fn forged_verification(&mut self) {
        let target = self.target;
        let check = match target.url_check(&target.forger, self.now()) {
            Ok(check) => check,
            Err(error) => {
                return self.findings.push(Finding::wrong(FORGED_VERIFICATION, error.to_string()));
            }
        };
        let finding = match self.ask(&check).await {
            Err(failure) => Finding::skipped(FORGED_VERIFICATION, failure.explain().0),
            Ok(answer) if answer.text().contains(&check.expected) => {
                self.checks_nothing = true;
                Finding::wrong(
                    FORGED_VERIFICATION,
                    "a request with a wrong signature is echoed: the bot does not check signatures \
                 错误签名的请求也被原样返回：机器人没有校验签名",
                )
                .advice("compare the signature before answering 先校验签名再返回")
            }
            Ok(answer) => Finding::ok(
                FORGED_VERIFICATION,
                format!("not echoed (HTTP {}) 未返回 echostr", answer.status),
            ),
        };
        self.findings.push(finding);
    }

    /// Delivers a push with these settings.
    async fn send(&mut self, by: &Callback, mode: Mode) -> Result<(Answer, BotAnswer), Unaccepted> {
        let push = self.target.push(by, mode, self.now()).map_err(Unaccepted::Unmade)?;
        let answer = self.deliver(&push).await.map_err(Unaccepted::Failure)?;
        if let Some(rejection) = rejection(&answer, "POST") {
            return Err(Unaccepted::Rejection(rejection));
        }
        let text = answer.text();
        let difference = compressed(&answer).or_else(|| body::around(&text, &["success", ""]));
        if let Some(difference) = difference {
            return Err(Unaccepted::Body(difference));
        }
        match by.read_answer(&push, &text) {
            Ok(read) => Ok((answer, read)),
            Err(error) => Err(Unaccepted::Body(unreadable(&text, &error))),
        }
    }

    /// Returns whether the push was accepted.
    async fn push(&mut self, mode: Mode, verdict: Verdict) -> bool {
        let (target, check) = (self.target, push_name(mode));
        match self.send(&target.callback, mode).await {
            Ok((answer, read)) => {
                let detail = match read {
                    BotAnswer::Reply { .. } => {
                        "accepted, and a handler has answered the event 已接收，且有处理函数回复了该事件"
                    }
                    _ => "accepted and acknowledged 已接收并确认",
                };
                self.findings.push(Finding::ok(check, detail));
                let product = target.callback.product();
                let kind = weixin::protocol::Kind::Event { event: "weixin_doctor", change: None };
                self.timed(check, &answer, push_class(product, &kind).deadline);
                return true;
            }
            Err(Unaccepted::Failure(failure)) => {
                let (detail, advice) = failure.explain();
                self.findings.push(Finding::wrong(check, detail).advice(advice));
            }
            Err(Unaccepted::Unmade(error)) => {
                self.findings.push(Finding::wrong(check, error.to_string()));
            }
            Err(Unaccepted::Body(difference)) => self.wrong(check, difference),
            Err(Unaccepted::Rejection(Rejection::Elsewhere(detail, advice))) => {
                self.findings.push(Finding::wrong(check, detail).advice(advice));
            }
            Err(Unaccepted::Rejection(Rejection::ByBot)) => {
                let (detail, advice) = if verdict == Verdict::Rejected {
                    let detail = "as the URL verification 与 URL 验证相同";
                    (detail.to_owned(), "correct that first 请先解决 URL 验证的问题".to_owned())
                } else {
                    let is_token_right = verdict == Verdict::Passed && !self.checks_nothing;
                    let (knows_time, cause) =
                        (self.ahead.is_some(), self.cause_of_push(mode).await);
                    let candidates = || causes::of_push(target, mode, is_token_right, knows_time);
                    match cause {
                        Some(cause) => cause.explain(),
                        None if is_token_right => (
                            "the token is right, and something else differs Token 正确，其他设置不一致"
                                .to_owned(),
                            candidates(),
                        ),
                        None => ("the bot rejects it 机器人拒绝了请求".to_owned(), candidates()),
                    }
                };
                self.findings.push(
                    Finding::wrong(check, format!("rejected (403): {detail}")).advice(advice),
                );
            }
        }
        false
    }

    /// Sends the push with other settings, until one passes.
    async fn cause_of_push(&mut self, rejected: Mode) -> Option<Cause> {
        let target = self.target;
        for (setting, callback) in &target.outdated {
            let tells = rejected != Mode::Plain && *setting != Setting::Token;
            if tells && self.send(callback, rejected).await.is_ok() {
                return Some(Cause::Outdated(*setting));
            }
        }
        let has_key = target.callback.current_key().is_some();
        for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
            let tells = mode != rejected && (has_key || mode == Mode::Plain) && !target.is_work();
            if tells && self.send(&target.callback, mode).await.is_ok() {
                return Some(Cause::Mode(mode));
            }
        }
        None
    }

    async fn forged_push(&mut self, mode: Mode, is_accepted: bool) {
        let (target, check) = (self.target, forged_name(mode));
        let push = match target.push(&target.forger, mode, self.now()) {
            Ok(push) => push,
            Err(error) => return self.findings.push(Finding::wrong(check, error.to_string())),
        };
        let advice = "reject it with 403 and an empty body 应以 403 和空内容拒绝";
        let finding = match self.deliver(&push).await {
            Err(failure) => Finding::skipped(check, failure.explain().0),
            Ok(answer) if answer.status >= 400 && is_accepted => {
                Finding::ok(check, format!("rejected (HTTP {}) 已拒绝", answer.status))
            }
            Ok(answer) if !(200..300).contains(&answer.status) => Finding::skipped(
                check,
                "not answered; a right one is not accepted either 未被接受，但正确的推送也未被接受",
            ),
            Ok(answer) if answer.body.is_empty() => Finding::warning(
                check,
                "acknowledged with an empty body: whether it was handled cannot be seen 返回 200 空内容，无法判断是否已处理",
            )
            .advice(advice),
            Ok(_) => Finding::wrong(
                check,
                "a push with a wrong signature is answered: anyone can forge pushes 错误签名的推送也得到了响应：任何人都能伪造推送",
            )
            .advice(advice),
        };
        self.findings.push(finding);
    }

    fn clock(&mut self) {
        let finding = match (self.ahead, self.target.callback.tolerance()) {
            (None, _) => {
                Finding::skipped(CLOCK, "the bot's answers have no `Date` 响应中没有 Date")
            }
            (Some(ahead), tolerance) => {
                let apart = ahead.unsigned_abs();
                let detail = format!("{apart} s from this machine's 与本机时间相差 {apart} 秒");
                let advice = "set both clocks by NTP 请用 NTP 校准时间";
                match tolerance {
                    _ if apart <= CLOCKS_AGREE => Finding::ok(CLOCK, detail),
                    Some(tolerance) if apart > tolerance.as_secs() => {
                        Finding::wrong(CLOCK, detail).advice(advice)
                    }
                    _ => Finding::warning(CLOCK, detail).advice(advice),
                }
            }
        };
        self.findings.push(finding);
    }

    fn timed(&mut self, what: &'static str, answer: &Answer, limit: Duration) {
        self.timings.push((what, answer.took, self.target.limit.unwrap_or(limit)));
    }

    fn speed(&mut self) {
        let late = self.timings.iter().find(|(_, took, limit)| took >= limit);
        let slowest = self.timings.iter().max_by_key(|(_, took, _)| *took);
        self.findings.push(match (late, slowest) {
            (Some((what, took, limit)), _) => Finding::wrong(
                SPEED,
                format!("{what}: {took:?}, and the platform waits for {limit:?} 响应过慢，平台只等待 {limit:?}"),
            )
            .advice(match self.target.callback.product() {
                Product::Work => "answer at once and work afterwards; WeCom waits only 1 s for the URL verification \
                                  先响应再处理；企业微信的 URL 验证只等待 1 秒",
                _ => "answer at once and work afterwards; look for a slow proxy or DNS 先响应再处理，检查代理和 DNS",
            }),
            (None, Some((_, took, _))) => {
                Finding::ok(SPEED, format!("at most {took:?} seen from here 从本机测得最长 {took:?}"))
            }
            (None, None) => Finding::skipped(SPEED, "nothing was accepted 没有请求被接受"),
        });
    }

    fn wrong(&mut self, check: &'static str, difference: Difference) {
        let Difference { detail, advice } = difference;
        self.findings.push(Finding::wrong(check, detail).advice(advice));
    }
}

/// The platform does not ask for compressed answers, and does not decompress them.
fn compressed(answer: &Answer) -> Option<Difference> {
    let encoding = answer.encoding()?;
    Some(Difference {
        detail: format!(
            "the answer is compressed ({encoding}), which was not asked for 响应被压缩"
        ),
        advice: "turn compression off for this path in the proxy or the framework \
                 在代理或框架中对该路径关闭压缩"
            .to_owned(),
    })
}

/// What is wrong with an answer to a push that cannot be read.
fn unreadable(text: &str, error: &Error) -> Difference {
    if body::is_html(text) {
        return Difference {
            detail: "the answer is a page 响应是网页".to_owned(),
            advice: "a proxy, a login or an error page answers in place of the bot 代理、登录页或错误页代为响应"
                .to_owned(),
        };
    }
    Difference {
        detail: format!("the answer is not one that the platform reads: {error}: {} 平台无法识别该响应", body::shown(text)),
        advice: "answer with an empty body, with `success`, or with a passive reply in the mode and format of the \
                 push 应返回空内容、success 或与推送相同方式和格式的被动回复"
            .to_owned(),
    }
}

fn push_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Plain => "push plain",
        Mode::Compatible => "push compatible",
        Mode::Safe => "push safe",
    }
}

fn forged_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Plain => "forged push plain",
        Mode::Compatible => "forged push compatible",
        Mode::Safe => "forged push safe",
    }
}
