//! What belongs to a Mini Program alone: its pages, the codes that open them, and the phone numbers
//! that users give it.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::UserId;

const PHONE_CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);

/// A Mini Program.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// The pages of the published version; if there are none, every page is one.
    pub(crate) pages: Vec<String>,
    /// What the codes that were drawn open: page and query, by the text in their pictures.
    opens: HashMap<String, String>,
    /// How many of them are of the limited kind.
    limited: usize,
    phones: HashMap<String, PhoneCode>,
}

#[derive(Debug)]
struct PhoneCode {
    user: UserId,
    number: String,
    given: Timestamp,
}

impl Program {
    /// Whether the published version has a page.
    pub(crate) fn has_page(&self, page: &str) -> bool {
        self.pages.is_empty() || self.pages.iter().any(|known| known == page)
    }

    /// How many codes of the limited kind were drawn.
    pub(crate) fn limited_codes(&self) -> usize {
        self.limited
    }

    /// A code was drawn.
    pub(crate) fn add_code(&mut self, text: String, opens: String, limited: bool) {
        self.opens.insert(text, opens);
        self.limited += usize::from(limited);
    }

    /// What a code opens.
    pub(crate) fn code_target(&self, text: &str) -> Option<&str> {
        self.opens.get(text).map(String::as_str)
    }

    /// A user gives their number, and is handed a code for it.
    pub(crate) fn issue_phone_code(
        &mut self,
        user: UserId,
        number: String,
        code: String,
        now: Timestamp,
    ) {
        self.phones.retain(|_, code| now < code.given + PHONE_CODE_LIFETIME);
        self.phones.insert(code, PhoneCode { user, number, given: now });
    }

    /// Takes a code back for whose number it is, the number, and when it was given.
    pub(crate) fn redeem_phone_code(
        &mut self,
        code: &str,
        now: Timestamp,
    ) -> Option<(UserId, String, Timestamp)> {
        let code =
            self.phones.remove(code).filter(|code| now < code.given + PHONE_CODE_LIFETIME)?;
        Some((code.user, code.number, code.given))
    }
}
