//! Handing customers and groups of one member over to another, who stays or has left (在职继承, 离职继承). `/cgi-bin/externalcontact/*transfer*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Handing customers and groups over (在职继承, 离职继承).
    customer_transfers: [TransferCustomers, GetTransferResult, GetUnassignedCustomers, TransferResignedCustomers, GetResignedTransferResult, TransferCustomer, TransferGroupChats, TransferGroupChatsOnJob]
}

/// Hands up to 100 customers of a member over to another one.
///
/// A customer has 24 hours to say no, and can be handed over twice in 90 days.
#[endpoint(POST "/cgi-bin/externalcontact/transfer_customer", title = "分配在职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/92125",
    scope(work), reply = TransferredCustomers, call = customer_transfers.customers)]
pub struct TransferCustomers {
    /// Who has them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// The customers: up to 100.
    pub external_userid: Vec<UserId>,
    /// What the customers are told: up to 200 characters.
    pub transfer_success_msg: Option<String>,
}

/// Which customers are being handed over.
#[endpoint(part, reply_to(TransferCustomers, TransferResignedCustomers))]
#[derive(Default)]
pub struct TransferredCustomers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<TransferredCustomer>,
}

/// Whether a customer is being handed over.
#[endpoint(part)]
pub struct TransferredCustomer {
    /// The customer.
    pub external_userid: UserId,
    /// 0, or why not.
    pub errcode: Option<i64>,
}

/// Says what became of the customers handed over, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94088",
    scope(work), retry = safe, reply = TransferResults, call = customer_transfers.result)]
pub struct GetTransferResult {
    /// Who had them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// Where to go on: [`TransferResults::next_cursor`].
    pub cursor: Option<String>,
}

/// What became of customers handed over.
#[endpoint(part, reply_to(GetTransferResult, GetResignedTransferResult))]
#[derive(Default)]
pub struct TransferResults {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer: Vec<TransferResult>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetTransferResult {
    type Item = TransferResult;
    fn split_page(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer, next.map(|cursor| self.cursor(cursor)))
    }
}

/// What became of a customer handed over.
#[endpoint(part)]
pub struct TransferResult {
    /// The customer.
    pub external_userid: UserId,
    /// What became of it.
    pub status: TransferState,
    /// When it was, or is going to be, done; 0 if it failed.
    pub takeover_time: Option<Timestamp>,
}

int_enum! {
    /// What became of a customer handed over.
    pub enum TransferState {
        /// It is done.
        Done = 1,
        /// It waits.
        Waiting = 2,
        /// The customer said no.
        Refused = 3,
        /// Who should get them has too many.
        LimitExceeded = 4,
        /// There is no such handover.
        Missing = 5,
    }
}

/// Gives the customers of members who have left, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_unassigned_list", title = "获取待分配的离职成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92124",
    scope(work), retry = safe, reply = UnassignedCustomers, call = customer_transfers.unassigned)]
pub struct GetUnassignedCustomers {
    /// The page, from 0. A cursor is better.
    pub page_id: Option<u32>,
    /// How many at most: 1,000 if left out, which is the most.
    pub page_size: Option<u32>,
    /// Where to go on: [`UnassignedCustomers::next_cursor`].
    pub cursor: Option<String>,
}

/// Customers of members who have left.
#[endpoint(part, reply_to(GetUnassignedCustomers))]
#[derive(Default)]
pub struct UnassignedCustomers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<UnassignedCustomer>,
    /// Whether that was all.
    pub is_last: Option<bool>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetUnassignedCustomers {
    type Item = UnassignedCustomer;
    fn split_page(self, page: UnassignedCustomers) -> (Vec<UnassignedCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.info, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer of a member who has left.
#[endpoint(part)]
pub struct UnassignedCustomer {
    /// The member.
    pub handover_userid: UserId,
    /// The customer.
    pub external_userid: UserId,
    /// When the member left.
    pub dimission_time: Option<Timestamp>,
}

/// Hands up to 100 customers of a member who has left over to another one.
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_customer", title = "分配离职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/94081",
    scope(work), reply = TransferredCustomers, call = customer_transfers.resigned_customers)]
pub struct TransferResignedCustomers {
    /// Who had them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// The customers: up to 100.
    pub external_userid: Vec<UserId>,
    /// What the customers are told: up to 200 characters.
    pub transfer_success_msg: Option<String>,
}

/// Says what became of the customers of a member who has left, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94082",
    scope(work), retry = safe, reply = TransferResults, call = customer_transfers.resigned_result)]
pub struct GetResignedTransferResult {
    /// Who had them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// Where to go on: [`TransferResults::next_cursor`].
    pub cursor: Option<String>,
}

impl Paged for GetResignedTransferResult {
    type Item = TransferResult;
    fn split_page(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Hands one customer over to another member; [`TransferCustomers`] has taken its place.
#[endpoint(POST "/cgi-bin/externalcontact/transfer", title = "离职成员的外部联系人再分配",
    scope(work), call = customer_transfers.customer)]
pub struct TransferCustomer {
    /// The customer.
    pub external_userid: UserId,
    /// Who has them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// What the customer is told: up to 200 characters.
    pub transfer_success_msg: Option<String>,
}

/// Makes another member the owner of up to 100 groups of members who have left.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/transfer", title = "分配离职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/92127",
    scope(work), reply = TransferredGroupChats, call = customer_transfers.resigned_group_chats)]
pub struct TransferGroupChats {
    /// The groups: up to 100.
    pub chat_id_list: Vec<String>,
    /// The new owner.
    pub new_owner: UserId,
}

/// Which groups did not get a new owner.
#[endpoint(part, reply_to(TransferGroupChats, TransferGroupChatsOnJob))]
#[derive(Default)]
pub struct TransferredGroupChats {
    /// Those that did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed_chat_list: Vec<FailedGroupChat>,
}

/// Why a group did not get a new owner.
#[endpoint(part)]
pub struct FailedGroupChat {
    /// The group.
    pub chat_id: String,
    /// Why.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Makes another member the owner of up to 100 groups of members who stay.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/onjob_transfer", title = "分配在职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/95703",
    scope(work), reply = TransferredGroupChats, call = customer_transfers.group_chats)]
pub struct TransferGroupChatsOnJob {
    /// The groups: up to 100.
    pub chat_id_list: Vec<String>,
    /// The new owner.
    pub new_owner: UserId,
}
