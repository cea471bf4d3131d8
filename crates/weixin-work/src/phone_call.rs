//! Phone calls that members made at the corporation's expense (公费电话). `/cgi-bin/dial/*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Phone calls at the corporation's expense (公费电话).
    phone_calls: [GetDialRecords]
}

/// Gives the calls of the last 180 days, or of a part of them.
#[endpoint(POST "/cgi-bin/dial/get_dial_record", title = "获取公费电话拨打记录",
    doc = "https://developer.work.weixin.qq.com/document/path/93662",
    scope(work), retry = safe, reply = DialRecords, call = phone_calls.records)]
pub struct GetDialRecords {
    /// From when; the day before yesterday if left out. At most 30 days are asked for at once.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 100, which is what is given if left out.
    pub limit: Option<u32>,
}

/// A page of calls.
#[endpoint(part, reply_to(GetDialRecords))]
pub struct DialRecords {
    /// The calls.
    #[serde(default)]
    pub record: Vec<DialRecord>,
}

/// A call.
#[endpoint(part)]
pub struct DialRecord {
    /// When it began.
    pub call_time: Option<Timestamp>,
    /// How many minutes are charged, over all who were called.
    pub total_duration: Option<u64>,
    /// Who was called.
    pub call_type: Option<DialType>,
    /// Who called.
    pub caller: Option<DialCaller>,
    /// Who was called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub callee: Vec<DialCallee>,
}

int_enum! {
    /// What kind of call it was.
    pub enum DialType {
        /// To one.
        Single = 1,
        /// To several at a time.
        Group = 2,
    }
}

/// Who called.
#[endpoint(part)]
pub struct DialCaller {
    /// The member.
    pub userid: Option<UserId>,
    /// How many minutes are charged for them.
    pub duration: Option<u64>,
}

/// Who was called.
#[endpoint(part)]
pub struct DialCallee {
    /// The member, if it was one.
    pub userid: Option<UserId>,
    /// The number, if it was somebody else.
    pub phone: Option<String>,
    /// How many minutes are charged for them.
    pub duration: Option<u64>,
}

impl Paged for GetDialRecords {
    type Item = DialRecord;
    fn split_page(self, page: DialRecords) -> (Vec<DialRecord>, Option<Self>) {
        let calls = page.record;
        let next = self.offset.unwrap_or_default().saturating_add(calls.len() as u64);
        let next = (!calls.is_empty()).then(|| self.offset(next));
        (calls, next)
    }
}
