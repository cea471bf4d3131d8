//! What a Mini Program gets on the phone, signed or encrypted with the user's session key (开放数据).

use serde::Serialize;
use weixin_mini::{
    open_data::{self, GroupInfo, RunData, UserProfile},
    user::{PhoneInfo, Watermark},
};
use weixin_protocol::Secret;

use crate::{Person, Problem};

/// Data of a person as the phone gives them to the Mini Program, which sends them to its server.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenData {
    /// `encryptedData`, in Base64.
    pub encrypted_data: String,
    /// The initialization vector, in Base64.
    pub iv: String,
    /// `rawData`: the readable part. Empty if there is none.
    pub raw_data: String,
    /// The signature of `rawData`, in hexadecimal. Empty if there is none.
    pub signature: String,
}

impl Person {
    /// Name and picture of the person (`wx.getUserProfile`), signed and encrypted.
    ///
    /// # Errors
    /// If the Mini Program's server has never exchanged a code of the person: they have no session key.
    pub fn profile_data(&self) -> Result<OpenData, Problem> {
        let mut profile = UserProfile::default();
        profile.nick_name = self.name();
        profile.language = "zh_CN".to_owned();
        let raw_data = serde_json::to_string(&profile).map_err(unwritable)?;
        profile.open_id = Some(self.id().clone().into());
        let key = self.session_key()?;
        let signature = open_data::raw_data_signature(&raw_data, &key);
        Ok(OpenData { raw_data, signature, ..self.encrypt(&key, &profile)? })
    }

    /// The phone number of the person, encrypted: the older form of the button `getPhoneNumber`. The number is as
    /// for [`gives_phone_number`](Self::gives_phone_number).
    ///
    /// # Errors
    /// As [`profile_data`](Self::profile_data).
    pub fn encrypted_phone(&self, number: &str) -> Result<OpenData, Problem> {
        // The watermark is added to the other fields when they are encrypted.
        let (full, pure, country) = phone_parts(number);
        let watermark = self.watermark();
        let key = self.session_key()?;
        self.encrypt(&key, &PhoneInfo::new(full, pure, country, watermark))
    }

    /// The chat in which the person opened the Mini Program (`wx.getGroupEnterInfo`), encrypted.
    ///
    /// # Errors
    /// As [`profile_data`](Self::profile_data).
    pub fn group_data(&self, open_gid: impl Into<String>) -> Result<OpenData, Problem> {
        self.encrypt(&self.session_key()?, &GroupInfo::new(open_gid))
    }

    /// The steps of the person (`wx.getWeRunData`), encrypted.
    ///
    /// # Errors
    /// As [`profile_data`](Self::profile_data).
    pub fn run_data(&self, steps: &RunData) -> Result<OpenData, Problem> {
        self.encrypt(&self.session_key()?, steps)
    }

    fn encrypt(&self, key: &Secret, data: &impl Serialize) -> Result<OpenData, Problem> {
        let iv = self.platform().update(|state| state.ids.prefix());
        let sealed = open_data::encrypt(key, iv, data, &self.watermark());
        let (encrypted_data, iv) = sealed.map_err(unwritable)?;
        Ok(OpenData { encrypted_data, iv, raw_data: String::new(), signature: String::new() })
    }

    fn watermark(&self) -> Watermark {
        Watermark::new(self.platform().read(|state| state.now()), self.account_id())
    }

    fn session_key(&self) -> Result<Secret, Problem> {
        let key = self.platform().read(|state| {
            let key = state.account(self.account_id())?.sessions.key_of(self.id())?;
            Some(Secret::new(key))
        });
        key.ok_or_else(|| {
            Problem::new(
                "The person has not logged in to this Mini Program.",
                "用户尚未登录该小程序。",
            )
            .hint(
                "Send the code of `logs_in` to the server first, which exchanges it.",
                "请先将 `logs_in` 返回的 code 提交给服务端换取会话。",
            )
        })
    }
}

/// The full number, the number without country code, and the country code.
pub(crate) fn phone_parts(number: &str) -> (String, &str, &str) {
    // A number from outside mainland China starts with a plus and the country code.
    let (country, pure) = match number.strip_prefix('+') {
        Some(rest) => rest.split_once([' ', '-']).unwrap_or(("", rest)),
        None => ("86", number),
    };
    let full = if country == "86" { pure.to_owned() } else { format!("+{country}{pure}") };
    (full, pure, country)
}

fn unwritable(error: impl std::fmt::Display) -> Problem {
    Problem::new(
        format!("The data cannot be written: {error}."),
        format!("数据无法写入：{error}。"),
    )
}
