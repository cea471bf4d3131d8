//! State of a Mini Program: its pages, the codes that open them, and shared phone numbers.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::PeerId;

const PHONE_CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);

/// The state of a Mini Program.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// The pages of the published version. Empty: every page exists.
    pub(crate) pages: Vec<String>,
    /// Page and query by the text encoded in a generated code.
    opens: HashMap<String, String>,
    /// The number of generated codes that count towards the limit.
    limited: usize,
    phones: HashMap<String, PhoneCode>,
}

#[derive(Debug)]
struct PhoneCode {
    user: PeerId,
    number: String,
    given: Timestamp,
}

impl Program {
    /// Whether the published version contains a page.
    pub(crate) fn has_page(&self, page: &str) -> bool {
        self.pages.is_empty() || self.pages.iter().any(|known| known == page)
    }

    /// The number of generated codes that count towards the limit.
    pub(crate) fn limited_codes(&self) -> usize {
        self.limited
    }

    /// Records a generated code.
    pub(crate) fn add_code(&mut self, text: String, opens: String, limited: bool) {
        self.opens.insert(text, opens);
        self.limited += usize::from(limited);
    }

    /// Page and query that a code opens.
    pub(crate) fn code_target(&self, text: &str) -> Option<&str> {
        self.opens.get(text).map(String::as_str)
    }

    /// Records a shared phone number and the code for it.
    pub(crate) fn issue_phone_code(
        &mut self,
        user: PeerId,
        number: String,
        code: String,
        now: Timestamp,
    ) {
        self.phones.retain(|_, code| now < code.given + PHONE_CODE_LIFETIME);
        self.phones.insert(code, PhoneCode { user, number, given: now });
    }

    /// Redeems a code: returns the user, the number and the time of sharing.
    pub(crate) fn redeem_phone_code(
        &mut self,
        code: &str,
        now: Timestamp,
    ) -> Option<(PeerId, String, Timestamp)> {
        let code =
            self.phones.remove(code).filter(|code| now < code.given + PHONE_CODE_LIFETIME)?;
        Some((code.user, code.number, code.given))
    }
}
