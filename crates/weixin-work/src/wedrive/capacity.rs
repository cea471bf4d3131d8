//! What the corporation has bought.

use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

use crate::wedrive::WedriveHandle;

/// Returns the corporation's storage in the drive.
#[endpoint(POST "/cgi-bin/wedrive/mng_capacity", title = "获取盘容量信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveCapacity, call = wedrive.capacity)]
pub struct GetDriveCapacity {}

/// The corporation's storage in the drive, in bytes.
#[endpoint(part, reply_to(GetDriveCapacity))]
pub struct DriveCapacity {
    /// Storage of all members together.
    pub total_capacity_for_all: Option<u64>,
    /// Storage of the members with advanced accounts (高级功能账号).
    pub total_capacity_for_vip: Option<u64>,
    /// Free storage of all members together.
    pub rest_capacity_for_all: Option<u64>,
    /// Free storage of the members with advanced accounts.
    pub rest_capacity_for_vip: Option<u64>,
}

/// Returns whether the corporation has the professional edition (专业版), and its accounts.
#[endpoint(POST "/cgi-bin/wedrive/mng_pro_info", title = "获取盘专业版信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95861",
    scope(work), retry = safe, reply = DriveProInfo, call = wedrive.pro_info)]
pub struct GetDriveProInfo {
    /// The member whose edition is returned; the corporation's if left out.
    pub userid: Option<UserId>,
}

/// The edition of the drive that a corporation has.
#[endpoint(part, reply_to(GetDriveProInfo))]
pub struct DriveProInfo {
    /// Whether it is the professional one.
    pub is_pro: Option<bool>,
    /// Number of advanced accounts (高级功能账号).
    pub total_vip_acct_num: Option<u64>,
    /// Number of advanced accounts in use.
    pub use_vip_acct_num: Option<u64>,
    /// When the professional edition expires.
    pub pro_expire_time: Option<Timestamp>,
}

/// Assigns advanced accounts of the drive to members (分配高级功能账号).
///
/// Fails with 770001 when there are not enough accounts, with 770009 when all of the members have
/// one.
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_add", title = "分配高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99512",
    scope(work), retry = safe, reply = DriveVipResult, call = wedrive.add_vips)]
pub struct AddDriveVips {
    /// The members who get one: up to 100.
    pub userid_list: Vec<UserId>,
}

/// For which members an account was assigned or withdrawn.
#[endpoint(part, reply_to(AddDriveVips, DeleteDriveVips))]
pub struct DriveVipResult {
    /// Those for whom it was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Those for whom it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Withdraws the advanced accounts of the drive from members.
#[endpoint(POST "/cgi-bin/wedrive/vip/batch_del", title = "取消高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99513",
    scope(work), retry = safe, reply = DriveVipResult, call = wedrive.delete_vips)]
pub struct DeleteDriveVips {
    /// The members who lose theirs: up to 100.
    pub userid_list: Vec<UserId>,
}

/// Returns the members with advanced accounts of the drive, a page at a time.
#[endpoint(POST "/cgi-bin/wedrive/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99514",
    scope(work), retry = safe, reply = DriveVips, call = wedrive.vips)]
pub struct GetDriveVips {
    /// Where the page begins: [`DriveVips::next_cursor`] of the page before; the first page if left
    /// out.
    pub cursor: Option<String>,
    /// How many at most: up to 200, 100 if left out.
    pub limit: Option<u32>,
}

/// A page of members.
#[endpoint(part, reply_to(GetDriveVips))]
pub struct DriveVips {
    /// The members of this page.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether there are further pages.
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
