//! Who serves the customers of an account.

use crate::customer_service::CustomerServiceHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Lets up to 100 members and 20 departments serve an account. There are up to 2,000 members.
#[endpoint(POST "/cgi-bin/kf/servicer/add", title = "添加接待人员",
    doc = "https://developer.work.weixin.qq.com/document/path/94646",
    scope(work), retry = safe, reply = ServicerResults, call = customer_service.add_servicers)]
pub struct AddServicers {
    /// The account.
    pub open_kfid: String,
    /// The members; they or departments have to be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<u64>,
}

/// What became of members and departments.
#[endpoint(part, reply_to(AddServicers, DeleteServicers))]
#[derive(Default)]
pub struct ServicerResults {
    /// One by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<ServicerResult>,
}

/// What became of a member or department.
#[endpoint(part)]
#[derive(Default)]
pub struct ServicerResult {
    /// The member.
    pub userid: Option<UserId>,
    /// The department.
    pub department_id: Option<u64>,
    /// 0, or what went wrong.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Lets up to 100 members and 100 departments no longer serve an account.
#[endpoint(POST "/cgi-bin/kf/servicer/del", title = "删除接待人员",
    doc = "https://developer.work.weixin.qq.com/document/path/94647",
    scope(work), retry = safe, reply = ServicerResults, call = customer_service.delete_servicers)]
pub struct DeleteServicers {
    /// The account.
    pub open_kfid: String,
    /// The members; they or departments have to be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<u64>,
}

/// Gives who serves an account.
#[endpoint(GET "/cgi-bin/kf/servicer/list", title = "获取接待人员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94645",
    scope(work), reply = ServicerList, call = customer_service.servicers)]
pub struct GetServicers {
    /// The account.
    pub open_kfid: String,
}

/// Who serves an account.
#[endpoint(part, reply_to(GetServicers))]
#[derive(Default)]
pub struct ServicerList {
    /// Members and departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servicer_list: Vec<Servicer>,
}

/// A member or department that serves an account.
#[endpoint(part)]
#[derive(Default)]
pub struct Servicer {
    /// The member.
    pub userid: Option<UserId>,
    /// Whether the member serves now.
    pub status: Option<ServicerStatus>,
    /// Why the member does not: 0 they said so, 1 they are away for too long.
    pub stop_type: Option<u64>,
    /// The department.
    pub department_id: Option<u64>,
}

int_enum! {
    /// Whether a member serves customers. In the event it is counted from 1: there 1 is serving, 2
    /// is not.
    pub enum ServicerStatus {
        /// They do.
        Serving = 0,
        /// They do not.
        Stopped = 1,
    }
}
