//! What the corporation has bought.

use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

/// Tells how much room the corporation has. `POST /cgi-bin/wedrive/mng_capacity`
#[endpoint(POST "/cgi-bin/wedrive/mng_capacity", title = "获取盘容量信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveCapacity)]
pub struct GetDriveCapacity {}

/// How much room there is, in bytes.
#[endpoint(part)]
pub struct DriveCapacity {
    /// In all.
    pub total_capacity_for_all: Option<u64>,
    /// For members with a paid account.
    pub total_capacity_for_vip: Option<u64>,
    /// What is left in all.
    pub rest_capacity_for_all: Option<u64>,
    /// What is left for members with a paid account.
    pub rest_capacity_for_vip: Option<u64>,
}

/// Tells which edition the corporation has. `POST /cgi-bin/wedrive/mng_pro_info`
#[endpoint(POST "/cgi-bin/wedrive/mng_pro_info", title = "获取盘专业版信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveProInfo)]
pub struct GetDriveProInfo {
    /// Whose edition; the corporation's if left out.
    pub userid: Option<UserId>,
}

/// Which edition a corporation has.
#[endpoint(part)]
pub struct DriveProInfo {
    /// Whether it is the professional one.
    pub is_pro: Option<bool>,
    /// How many paid accounts there are.
    pub total_vip_acct_num: Option<u64>,
    /// How many of them are used.
    pub use_vip_acct_num: Option<u64>,
    /// When it ends.
    pub pro_expire_time: Option<Timestamp>,
}

/// Gives members paid accounts. `POST /cgi-bin/wedrive/vip/batch_add`
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_add", title = "分配高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99512",
    scope(work), retry = safe, reply = DriveVipResult)]
pub struct AddDriveVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// What became of members' paid accounts.
#[endpoint(part)]
pub struct DriveVipResult {
    /// Those for whom it was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Those for whom it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Takes paid accounts from members. `POST /cgi-bin/wedrive/vip/batch_del`
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_del", title = "取消高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99513",
    scope(work), retry = safe, reply = DriveVipResult)]
pub struct DeleteDriveVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// Gives the members with paid accounts. `POST /cgi-bin/wedrive/vip/list`
#[endpoint(POST "/cgi-bin/wedrive/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99514",
    scope(work), retry = safe, reply = DriveVips)]
pub struct GetDriveVips {
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of members.
#[endpoint(part)]
pub struct DriveVips {
    /// The members.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl Paged for GetDriveVips {
    type Item = UserId;
    fn turn(self, page: DriveVips) -> (Vec<UserId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
