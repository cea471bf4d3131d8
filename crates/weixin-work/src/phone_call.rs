//! Phone calls that members made at the corporation's expense (公费电话). `/cgi-bin/dial/*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Phone calls at the corporation's expense (公费电话).
    phone_calls: [GetDialRecords]
}

/// Returns the calls that members made at the corporation's expense (公费电话), of the last 180 days or
/// a part of them.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut calls = wx.phone_calls().records().pages();
/// while let Some(call) = calls.try_next().await? {
///     println!("{:?} seconds to {} people", call.total_duration, call.callee.len());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/dial/get_dial_record", title = "获取公费电话拨打记录",
    doc = "https://developer.work.weixin.qq.com/document/path/93662",
    scope(work), retry = safe, reply = DialRecords, call = phone_calls.records)]
pub struct GetDialRecords {
    /// Start of the period; the day before yesterday if left out. A period is at most 30 days long.
    pub start_time: Option<Timestamp>,
    /// End of the period.
    pub end_time: Option<Timestamp>,
    /// How many calls to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 100, which is the default.
    pub limit: Option<u32>,
}

/// A page of calls.
#[endpoint(part, reply_to(GetDialRecords))]
pub struct DialRecords {
    /// The calls of this page.
    #[serde(default)]
    pub record: Vec<DialRecord>,
}

/// A call.
#[endpoint(part)]
pub struct DialRecord {
    /// When the call began.
    pub call_time: Option<Timestamp>,
    /// Charged minutes of all who were called together.
    pub total_duration: Option<u64>,
    /// Whether one or several people were called.
    pub call_type: Option<DialType>,
    /// The member who called.
    pub caller: Option<DialCaller>,
    /// The people who were called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub callee: Vec<DialCallee>,
}

int_enum! {
    /// The kind of a call.
    pub enum DialType {
        /// A call to one person (单人通话).
        Single = 1,
        /// A call to several people at once (多人通话).
        Group = 2,
    }
}

/// The member who called.
#[endpoint(part)]
pub struct DialCaller {
    /// Id of the member.
    pub userid: Option<UserId>,
    /// Charged minutes of the caller.
    pub duration: Option<u64>,
}

/// Somebody who was called.
#[endpoint(part)]
pub struct DialCallee {
    /// The member, if a member was called.
    pub userid: Option<UserId>,
    /// The phone number, if somebody else was called.
    pub phone: Option<String>,
    /// Charged minutes of this person.
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
