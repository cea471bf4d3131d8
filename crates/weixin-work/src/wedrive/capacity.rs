//! What the corporation has bought.

use crate::wedrive::WedriveHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

/// Tells how much room the corporation has.
#[endpoint(POST "/cgi-bin/wedrive/mng_capacity", title = "获取盘容量信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveCapacity, call = wedrive.capacity)]
pub struct GetDriveCapacity {}

/// How much room there is, in bytes.
#[endpoint(part, reply_to(GetDriveCapacity))]
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

/// Tells which edition the corporation has.
#[endpoint(POST "/cgi-bin/wedrive/mng_pro_info", title = "获取盘专业版信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveProInfo, call = wedrive.pro_info)]
pub struct GetDriveProInfo {
    /// Whose edition; the corporation's if left out.
    pub userid: Option<UserId>,
}

/// Which edition a corporation has.
#[endpoint(part, reply_to(GetDriveProInfo))]
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

/// Gives members paid accounts.
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_add", title = "分配高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99512",
    scope(work), retry = safe, reply = DriveVipResult, call = wedrive.add_vips)]
pub struct AddDriveVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// What became of members' paid accounts.
#[endpoint(part, reply_to(AddDriveVips, DeleteDriveVips))]
pub struct DriveVipResult {
    /// Those for whom it was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Those for whom it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Takes paid accounts from members.
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_del", title = "取消高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99513",
    scope(work), retry = safe, reply = DriveVipResult, call = wedrive.delete_vips)]
pub struct DeleteDriveVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// Gives the members with paid accounts.
#[endpoint(POST "/cgi-bin/wedrive/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99514",
    scope(work), retry = safe, reply = DriveVips, call = wedrive.vips)]
pub struct GetDriveVips {
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of members.
#[endpoint(part, reply_to(GetDriveVips))]
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
    fn split_page(self, page: DriveVips) -> (Vec<UserId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
