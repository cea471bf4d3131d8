//! Handing customers and groups of one member over to another, who stays or has left (在职继承, 离职继承). `/cgi-bin/externalcontact/*transfer*`

use weixin_api::{Call, Caller, On, Paged, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::UserId;

endpoints![
    TransferCustomers,
    GetTransferResult,
    GetUnassignedCustomers,
    TransferResignedCustomers,
    GetResignedTransferResult,
    TransferCustomer,
    TransferGroupChats,
    TransferGroupChatsOnJob
];

/// Hands up to 100 customers of a member over to another one.
/// `POST /cgi-bin/externalcontact/transfer_customer`
///
/// A customer has 24 hours to say no, and can be handed over twice in 90 days.
#[endpoint(POST "/cgi-bin/externalcontact/transfer_customer", title = "分配在职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/92125",
    scope(work), reply = TransferredCustomers)]
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
#[endpoint(part)]
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
/// `POST /cgi-bin/externalcontact/transfer_result`
#[endpoint(POST "/cgi-bin/externalcontact/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94088",
    scope(work), retry = safe, reply = TransferResults)]
pub struct GetTransferResult {
    /// Who had them.
    pub handover_userid: UserId,
    /// Who gets them.
    pub takeover_userid: UserId,
    /// Where to go on: [`TransferResults::next_cursor`].
    pub cursor: Option<String>,
}

/// What became of customers handed over.
#[endpoint(part)]
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
    fn turn(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
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

codes! {
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
/// `POST /cgi-bin/externalcontact/get_unassigned_list`
#[endpoint(POST "/cgi-bin/externalcontact/get_unassigned_list", title = "获取待分配的离职成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92124",
    scope(work), retry = safe, reply = UnassignedCustomers)]
pub struct GetUnassignedCustomers {
    /// The page, from 0. A cursor is better.
    pub page_id: Option<u32>,
    /// How many at most: 1,000 if left out, which is the most.
    pub page_size: Option<u32>,
    /// Where to go on: [`UnassignedCustomers::next_cursor`].
    pub cursor: Option<String>,
}

/// Customers of members who have left.
#[endpoint(part)]
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
    fn turn(self, page: UnassignedCustomers) -> (Vec<UnassignedCustomer>, Option<Self>) {
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
/// `POST /cgi-bin/externalcontact/resigned/transfer_customer`
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_customer", title = "分配离职成员的客户",
    doc = "https://developer.work.weixin.qq.com/document/path/94081",
    scope(work), reply = TransferredCustomers)]
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
/// `POST /cgi-bin/externalcontact/resigned/transfer_result`
#[endpoint(POST "/cgi-bin/externalcontact/resigned/transfer_result", title = "查询客户接替状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94082",
    scope(work), retry = safe, reply = TransferResults)]
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
    fn turn(self, page: TransferResults) -> (Vec<TransferResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Hands one customer over to another member; [`TransferCustomers`] has taken its place.
/// `POST /cgi-bin/externalcontact/transfer`
#[endpoint(POST "/cgi-bin/externalcontact/transfer", title = "离职成员的外部联系人再分配",
    scope(work))]
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
/// `POST /cgi-bin/externalcontact/groupchat/transfer`
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/transfer", title = "分配离职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/92127",
    scope(work), reply = TransferredGroupChats)]
pub struct TransferGroupChats {
    /// The groups: up to 100.
    pub chat_id_list: Vec<String>,
    /// The new owner.
    pub new_owner: UserId,
}

/// Which groups did not get a new owner.
#[endpoint(part)]
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
/// `POST /cgi-bin/externalcontact/groupchat/onjob_transfer`
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/onjob_transfer", title = "分配在职成员的客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/95703",
    scope(work), reply = TransferredGroupChats)]
pub struct TransferGroupChatsOnJob {
    /// The groups: up to 100.
    pub chat_id_list: Vec<String>,
    /// The new owner.
    pub new_owner: UserId,
}

/// The group as a client has it: `wx.customer_transfers()`.
#[derive(Debug)]
pub struct CustomerTransfers<'c, C: ?Sized>(&'c C);

/// Gives a client `customer_transfers()`.
pub trait CustomerTransfersApi: Caller {
    /// Handing customers and groups over (在职继承, 离职继承).
    fn customer_transfers(&self) -> CustomerTransfers<'_, Self> {
        CustomerTransfers(self)
    }
}

impl<C: Caller + ?Sized> CustomerTransfersApi for C where TransferCustomers: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CustomerTransfers<'c, C> {
    /// Hands up to 100 customers of a member over to another one; see [`TransferCustomers`].
    pub fn customers(
        &self,
        handover_userid: impl Into<UserId>,
        takeover_userid: impl Into<UserId>,
        external_userid: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, TransferCustomers> {
        Call::new(self.0, TransferCustomers::new(handover_userid, takeover_userid, external_userid))
    }

    /// Says what became of the customers handed over, up to 1,000 at a time; see
    /// [`GetTransferResult`].
    pub fn result(
        &self,
        handover_userid: impl Into<UserId>,
        takeover_userid: impl Into<UserId>,
    ) -> Call<'c, C, GetTransferResult> {
        Call::new(self.0, GetTransferResult::new(handover_userid, takeover_userid))
    }

    /// Gives the customers of members who have left, up to 1,000 at a time; see
    /// [`GetUnassignedCustomers`].
    pub fn unassigned(&self) -> Call<'c, C, GetUnassignedCustomers> {
        Call::new(self.0, GetUnassignedCustomers::new())
    }

    /// Hands up to 100 customers of a member who has left over to another one; see
    /// [`TransferResignedCustomers`].
    pub fn resigned_customers(
        &self,
        handover_userid: impl Into<UserId>,
        takeover_userid: impl Into<UserId>,
        external_userid: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, TransferResignedCustomers> {
        Call::new(
            self.0,
            TransferResignedCustomers::new(handover_userid, takeover_userid, external_userid),
        )
    }

    /// Says what became of the customers of a member who has left, up to 1,000 at a time; see
    /// [`GetResignedTransferResult`].
    pub fn resigned_result(
        &self,
        handover_userid: impl Into<UserId>,
        takeover_userid: impl Into<UserId>,
    ) -> Call<'c, C, GetResignedTransferResult> {
        Call::new(self.0, GetResignedTransferResult::new(handover_userid, takeover_userid))
    }

    /// Hands one customer over to another member; [`TransferCustomers`] has taken its place; see
    /// [`TransferCustomer`].
    pub fn customer(
        &self,
        external_userid: impl Into<UserId>,
        handover_userid: impl Into<UserId>,
        takeover_userid: impl Into<UserId>,
    ) -> Call<'c, C, TransferCustomer> {
        Call::new(self.0, TransferCustomer::new(external_userid, handover_userid, takeover_userid))
    }

    /// Makes another member the owner of up to 100 groups of members who have left; see
    /// [`TransferGroupChats`].
    pub fn resigned_group_chats(
        &self,
        chat_id_list: impl Into<Vec<String>>,
        new_owner: impl Into<UserId>,
    ) -> Call<'c, C, TransferGroupChats> {
        Call::new(self.0, TransferGroupChats::new(chat_id_list, new_owner))
    }

    /// Makes another member the owner of up to 100 groups of members who stay; see
    /// [`TransferGroupChatsOnJob`].
    pub fn group_chats(
        &self,
        chat_id_list: impl Into<Vec<String>>,
        new_owner: impl Into<UserId>,
    ) -> Call<'c, C, TransferGroupChatsOnJob> {
        Call::new(self.0, TransferGroupChatsOnJob::new(chat_id_list, new_owner))
    }
}
