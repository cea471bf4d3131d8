//! Transfers of customers and groups from a member, who stays or has left, to another (在职继承, 离职继承). `/cgi-bin/externalcontact/*transfer*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::{ChatId, ExternalUserId};

group! {
    /// Transfers of customers and groups (在职继承, 离职继承).
    customer_transfers: [
        TransferCustomers, GetTransferResult, GetUnassignedCustomers, TransferResignedCustomers,
        GetResignedTransferResult, TransferCustomer, TransferGroupChats, TransferGroupChatsOnJob,
    ]
}

/// Transfers up to 100 customers of a member to another one.
///
/// A customer can reject the transfer within 24 hours, and can be transferred twice in 90 days.
///
/// Fails with 40130 when both members are the same. The code of each customer says what went wrong
/// with it: 40096 there is no such customer, 40131 the first member has not added the customer,
/// 40100 and 40129 a transfer is under way, 40128 the customer was transferred twice in 90 days,
/// 40099 the second member has as many customers as possible.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::ids::ExternalUserId;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let customers = [ExternalUserId::new("wmqfasd1e1927831123109rBAAAA")];
/// let reply = wx.customer_transfers().customers(("zhangsan", "lisi", customers)).await?;
/// for customer in reply.customer {
///     println!("{}: {:?}", customer.external_userid, customer.errcode);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/transfer_customer", title = "分配在职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/92125",
    scope(work), reply = TransferredCustomers, call = customer_transfers.customers)]
pub struct TransferCustomers {
    /// The member who has the customers (原跟进成员).
    pub handover_userid: UserId,
    /// The member who takes them over (接替成员).
    pub takeover_userid: UserId,
    /// The customers to transfer: up to 100.
    pub external_userid: Vec<ExternalUserId>,
    /// The message that customers get after the transfer: up to 200 characters. `None` sends a text
    /// of the platform.
    pub transfer_success_msg: Option<String>,
}

/// The customers whose transfer was started or failed to start.
#[endpoint(part, reply_to(TransferCustomers, TransferResignedCustomers))]
#[derive(Default)]
pub struct TransferredCustomers {
    /// One entry for each customer of the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<TransferredCustomer>,
}

/// Whether the transfer of a customer was started.
#[endpoint(part)]
pub struct TransferredCustomer {
    /// The customer of the request.
    pub external_userid: ExternalUserId,
    /// 0 if the transfer was started; otherwise the error code.
    pub errcode: Option<i64>,
}

/// Returns the progress of transfers between two members, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94088",
    scope(work), retry = safe, reply = TransferResults, call = customer_transfers.result)]
pub struct GetTransferResult {
    /// The member who had the customers.
    pub handover_userid: UserId,
    /// The member who takes them over.
    pub takeover_userid: UserId,
    /// The [`next_cursor`](TransferResults::next_cursor) of the page before; `None` for the first
    /// page.
    pub cursor: Option<String>,
}

/// A page of transfers.
#[endpoint(part, reply_to(GetTransferResult, GetResignedTransferResult))]
#[derive(Default)]
pub struct TransferResults {
    /// The customers of this page and their state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<TransferResult>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetTransferResult {
    type Item = TransferResult;
    fn split_page(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer, next.map(|cursor| self.cursor(cursor)))
    }
}

/// The transfer of one customer.
#[endpoint(part)]
pub struct TransferResult {
    /// The customer who is transferred.
    pub external_userid: ExternalUserId,
    /// The progress of the transfer.
    pub status: TransferState,
    /// The time the customer was, or will be, taken over; 0 if the transfer failed.
    pub takeover_time: Option<Timestamp>,
}

int_enum! {
    /// The progress of a transfer.
    pub enum TransferState {
        /// The customer was taken over (接替完毕).
        Done = 1,
        /// The customer will be taken over unless they reject the transfer (等待接替).
        Waiting = 2,
        /// The customer rejected the transfer (客户拒绝).
        Rejected = 3,
        /// The receiving member has reached the limit of customers (接替成员客户达到上限).
        LimitExceeded = 4,
        /// There is no such transfer (无接替记录).
        Missing = 5,
    }
}

/// Returns the customers of members who left, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_unassigned_list", title = "获取待分配的离职成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92124",
    scope(work), retry = safe, reply = UnassignedCustomers, call = customer_transfers.unassigned)]
pub struct GetUnassignedCustomers {
    /// The number of the page, from 0. Ignored if `cursor` is set, which is the better way to page.
    pub page_id: Option<u32>,
    /// The size of a page: up to 1,000, which is also the default.
    pub page_size: Option<u32>,
    /// The [`next_cursor`](UnassignedCustomers::next_cursor) of the page before; `None` for the
    /// first page.
    pub cursor: Option<String>,
}

/// A page of customers of members who left.
#[endpoint(part, reply_to(GetUnassignedCustomers))]
#[derive(Default)]
pub struct UnassignedCustomers {
    /// The customers of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<UnassignedCustomer>,
    /// Whether this is the last page.
    pub is_last: Option<bool>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetUnassignedCustomers {
    type Item = UnassignedCustomer;
    fn split_page(self, page: UnassignedCustomers) -> (Vec<UnassignedCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.info, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer of a member who left.
#[endpoint(part)]
pub struct UnassignedCustomer {
    /// The member who left.
    pub handover_userid: UserId,
    /// The customer to assign.
    pub external_userid: ExternalUserId,
    /// The time the member left.
    pub dimission_time: Option<Timestamp>,
}

/// Transfers up to 100 customers of a member who left to another one.
///
/// Fails with 40097 when the first member has not left. The code of each customer says what went
/// wrong with it, as for [`TransferCustomers`].
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_customer", title = "分配离职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/94081",
    scope(work), reply = TransferredCustomers, call = customer_transfers.resigned_customers)]
pub struct TransferResignedCustomers {
    /// The member who left.
    pub handover_userid: UserId,
    /// The member who takes the customers over.
    pub takeover_userid: UserId,
    /// The customers to transfer: up to 100.
    pub external_userid: Vec<ExternalUserId>,
    /// The message that customers get after the transfer: up to 200 characters. `None` sends a text
    /// of the platform.
    pub transfer_success_msg: Option<String>,
}

/// Returns the progress of transfers from a member who left, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94082",
    scope(work), retry = safe, reply = TransferResults, call = customer_transfers.resigned_result)]
pub struct GetResignedTransferResult {
    /// The member who left.
    pub handover_userid: UserId,
    /// The member who takes the customers over.
    pub takeover_userid: UserId,
    /// The [`next_cursor`](TransferResults::next_cursor) of the page before; `None` for the first
    /// page.
    pub cursor: Option<String>,
}

impl Paged for GetResignedTransferResult {
    type Item = TransferResult;
    fn split_page(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Transfers one customer to another member. [`TransferCustomers`] is its successor.
#[endpoint(POST "/cgi-bin/externalcontact/transfer", title = "离职成员的外部联系人再分配",
    scope(work), call = customer_transfers.customer)]
pub struct TransferCustomer {
    /// The customer to transfer.
    pub external_userid: ExternalUserId,
    /// The member who has the customer.
    pub handover_userid: UserId,
    /// The member who takes the customer over.
    pub takeover_userid: UserId,
    /// The message that the customer gets after the transfer: up to 200 characters.
    pub transfer_success_msg: Option<String>,
}

/// Makes another member the owner of up to 100 customer groups of members who left.
///
/// The code of each group that failed says why: 90500 its owner has not left, 90501 it is no
/// customer group, 90507 a transfer is under way, 90508 it was transferred already.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/transfer", title = "分配离职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/92127",
    scope(work), reply = TransferredGroupChats, call = customer_transfers.resigned_group_chats)]
pub struct TransferGroupChats {
    /// The groups to transfer: up to 100.
    pub chat_id_list: Vec<ChatId>,
    /// The member who becomes the owner.
    pub new_owner: UserId,
}

/// The groups that did not get a new owner.
#[endpoint(part, reply_to(TransferGroupChats, TransferGroupChatsOnJob))]
#[derive(Default)]
pub struct TransferredGroupChats {
    /// The groups that were not transferred; empty if all were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed_chat_list: Vec<FailedGroupChat>,
}

/// A group that did not get a new owner.
#[endpoint(part)]
pub struct FailedGroupChat {
    /// The group that keeps its owner.
    pub chat_id: ChatId,
    /// The error code, such as 90501 (the chat is no customer group).
    pub errcode: Option<i64>,
    /// The error as a text.
    pub errmsg: Option<String>,
}

/// Makes another member the owner of up to 100 customer groups of members who stay.
///
/// The code of each group that failed says why: 90502 its owner has left, 90504 the member is its
/// owner already, 90501 it is no customer group.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/onjob_transfer", title = "分配在职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/95703",
    scope(work), reply = TransferredGroupChats, call = customer_transfers.group_chats)]
pub struct TransferGroupChatsOnJob {
    /// The groups to transfer: up to 100.
    pub chat_id_list: Vec<ChatId>,
    /// The member who becomes the owner.
    pub new_owner: UserId,
}
