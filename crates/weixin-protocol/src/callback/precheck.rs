//! Checks that need no body.

use super::{Callback, Mode, Query};
use crate::{CallbackToken, Error, ErrorKind, Product, Signature};

/// The longest nonce that is accepted, in bytes. The platform sends about ten digits.
const MAX_NONCE: usize = 128;

/// A push whose query passed every check that needs no body. [`open`](Prechecked::open) is the only
/// way to read the body.
#[derive(Debug)]
pub struct Prechecked<'a> {
    pub(super) callback: &'a Callback,
    pub(super) query: &'a Query,
    pub(super) stamp: Stamped<'a>,
    /// Whether the push came in plain mode.
    pub(super) plain: bool,
}

impl Prechecked<'_> {
    /// When the push was signed, in seconds since 1970. For Official Accounts and Mini Programs
    /// this is verified; for WeCom it is only what the query states until the push is opened.
    pub fn timestamp(&self) -> i64 {
        self.stamp.timestamp
    }
}

/// The parts of the query that a signature covers, with the right syntax.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamped<'a> {
    pub(super) timestamp: i64,
    time: &'a str,
    nonce: &'a str,
    /// The local time, in seconds since 1970.
    pub(super) now: i64,
}

impl Callback {
    /// Checks everything about a push (a `POST`) that needs no body: that the query has the
    /// required parameters, that the mode is accepted, and for Official Accounts and Mini Programs
    /// the `signature`, which all their pushes carry in every mode, and the
    /// [clock](Self::clock_tolerance). WeCom has no signature that does not cover the body.
    ///
    /// Call it before reading a body, so that requests from strangers cost little. `now` is in
    /// seconds since 1970.
    ///
    /// # Errors
    /// [`ErrorKind::Query`], [`ErrorKind::Mode`], [`ErrorKind::Signature`] or
    /// [`ErrorKind::Clock`]. Answer 403.
    pub fn precheck<'a>(&'a self, query: &'a Query, now: i64) -> Result<Prechecked<'a>, Error> {
        let plain = self.is_plain(query)?;
        if plain {
            self.accepts(Mode::Plain)?;
        } else {
            if !self.modes().contains(&Mode::Safe) && !self.modes().contains(&Mode::Compatible) {
                self.accepts(Mode::Safe)?;
            }
            let given = query.require("msg_signature", &query.msg_signature)?;
            if given.len() != 40 {
                return Err(wrong_signature("msg_signature"));
            }
        }
        let stamp = Stamped::of(query, now)?;
        if self.product != Product::Work {
            self.check_signature(query, &stamp)?;
            self.check_clock(&stamp)?;
        }
        Ok(Prechecked { callback: self, query, stamp, plain })
    }

    /// Checks the signature that covers only the query.
    pub(super) fn check_signature(&self, query: &Query, stamp: &Stamped<'_>) -> Result<(), Error> {
        let given = query.require("signature", &query.signature)?;
        let signs = |token: &CallbackToken| {
            Signature::of([token.expose(), stamp.time, stamp.nonce]).matches(given)
        };
        self.tokens().any(signs).then_some(()).ok_or_else(|| wrong_signature("signature"))
    }

    /// Checks the signature that covers the ciphertext, and returns it with the token that made it.
    pub(super) fn check_msg_signature(
        &self,
        query: &Query,
        stamp: &Stamped<'_>,
        ciphertext: &str,
    ) -> Result<(Signature, &CallbackToken), Error> {
        let given = query.require("msg_signature", &query.msg_signature)?;
        for token in self.tokens() {
            let right = Signature::of([token.expose(), stamp.time, stamp.nonce, ciphertext]);
            if right.matches(given) {
                return Ok((right, token));
            }
        }
        Err(wrong_signature("msg_signature"))
    }

    /// Checks that a verified timestamp is close to the local time. Only of a verified one: a
    /// forged one says nothing about the local clock.
    pub(super) fn check_clock(&self, stamp: &Stamped<'_>) -> Result<(), Error> {
        let Some(tolerance) = self.clock_tolerance else { return Ok(()) };
        let apart = stamp.now.abs_diff(stamp.timestamp);
        if apart <= tolerance.as_secs() {
            return Ok(());
        }
        let (apart, allowed) = (format_span(apart), format_span(tolerance.as_secs()));
        let side = if stamp.timestamp < stamp.now { "before" } else { "after" };
        Err(Error::new(
            ErrorKind::Clock,
            format!(
                "the request was signed {apart} {side} the time of this machine ({}), and {allowed} are allowed: set the clock here by NTP; if it is right, an old request is being repeated",
                stamp.now
            ),
        ))
    }

    fn is_plain(&self, query: &Query) -> Result<bool, Error> {
        if self.product == Product::Work {
            return Ok(false);
        }
        match query.encrypt_type.as_deref() {
            None | Some("" | "raw") => Ok(true),
            Some("aes") => Ok(false),
            Some(_) => Err(Error::new(
                ErrorKind::Query,
                "the query's `encrypt_type` is neither `raw` nor `aes`: this is not a request of the platform",
            )),
        }
    }

    pub(super) fn accepts(&self, mode: Mode) -> Result<(), Error> {
        if self.modes().contains(&mode) {
            return Ok(());
        }
        let accepted = self.modes().iter().map(|mode| mode.as_str()).collect::<Vec<_>>().join(", ");
        Err(Error::new(
            ErrorKind::Mode,
            format!(
                "the push came in {mode} mode and only {accepted} is accepted: switch the platform's console, or add \"{mode}\" to `modes`"
            ),
        ))
    }
}

impl<'a> Stamped<'a> {
    pub(super) fn of(query: &'a Query, now: i64) -> Result<Self, Error> {
        let time = query.require("timestamp", &query.timestamp)?;
        let nonce = query.require("nonce", &query.nonce)?;
        let digits = time.len() <= 12 && time.bytes().all(|byte| byte.is_ascii_digit());
        let timestamp = time.parse().ok().filter(|_| digits);
        let timestamp = timestamp.ok_or_else(|| {
            Error::new(ErrorKind::Query, "the query's `timestamp` is not a number of seconds: this is not a request of the platform")
        })?;
        if nonce.len() > MAX_NONCE || !nonce.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::new(
                ErrorKind::Query,
                "the query's `nonce` is not one that the platform sends: this is not a request of the platform",
            ));
        }
        Ok(Self { timestamp, time, nonce, now })
    }
}

fn wrong_signature(name: &str) -> Error {
    Error::new(
        ErrorKind::Signature,
        format!(
            "the `{name}` is wrong: either `token` here differs from the one in the platform's console, or the request is not from the platform"
        ),
    )
}

/// A duration in its two largest units.
fn format_span(seconds: u64) -> String {
    const UNITS: [(&str, u64); 4] = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (name, length) in UNITS {
        let (count, after) = (rest / length, rest % length);
        if count > 0 {
            parts.push(format!("{count} {name}"));
        }
        rest = after;
    }
    parts.truncate(2);
    if parts.is_empty() { "0 s".to_owned() } else { parts.join(" ") }
}
