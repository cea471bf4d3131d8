//! Servicers (接待人员): the members who serve the customers of an account.

use crate::customer_service::CustomerServiceHandle;
use crate::ids::{DepartmentId, KfId};
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Adds members and departments to the servicers of a customer service account (接待人员). An account
/// has up to 2,000 servicers.
#[endpoint(POST "/cgi-bin/kf/servicer/add", title = "添加接待人员",
    doc = "https://developer.work.weixin.qq.com/document/path/94646",
    scope(work), retry = safe, reply = ServicerResults, call = customer_service.add_servicers)]
pub struct AddServicers {
    /// The account that the servicers are added to.
    pub open_kfid: KfId,
    /// The members: up to 100. At least one member or department is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// Departments whose members become servicers: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<DepartmentId>,
}

/// The results of adding or removing servicers.
#[endpoint(part, reply_to(AddServicers, DeleteServicers))]
#[derive(Default)]
pub struct ServicerResults {
    /// One entry per member or department.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<ServicerResult>,
}

/// The result for a member or a department.
#[endpoint(part)]
#[derive(Default)]
pub struct ServicerResult {
    /// The member; missing for a department.
    pub userid: Option<UserId>,
    /// The department; missing for a member.
    pub department_id: Option<DepartmentId>,
    /// 0 on success, else the error code for this member or department.
    pub errcode: Option<i64>,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Removes members and departments from the servicers of a customer service account.
#[endpoint(POST "/cgi-bin/kf/servicer/del", title = "删除接待人员",
    doc = "https://developer.work.weixin.qq.com/document/path/94647",
    scope(work), retry = safe, reply = ServicerResults, call = customer_service.delete_servicers)]
pub struct DeleteServicers {
    /// The account that the servicers are removed from.
    pub open_kfid: KfId,
    /// The members: up to 100. At least one member or department is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// The departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<DepartmentId>,
}

/// Returns the servicers of a customer service account (接待人员).
#[endpoint(GET "/cgi-bin/kf/servicer/list", title = "获取接待人员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94645",
    scope(work), reply = ServicerList, call = customer_service.servicers)]
pub struct GetServicers {
    /// The account whose servicers are returned.
    pub open_kfid: KfId,
}

/// The servicers of an account.
#[endpoint(part, reply_to(GetServicers))]
#[derive(Default)]
pub struct ServicerList {
    /// The members and departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servicer_list: Vec<Servicer>,
}

/// A servicer: a member, or a department whose members serve.
#[endpoint(part)]
#[derive(Default)]
pub struct Servicer {
    /// The member; missing for a department.
    pub userid: Option<UserId>,
    /// Whether the member serves customers at the moment; missing for a department.
    pub status: Option<ServicerStatus>,
    /// Why the member does not serve; only with [`ServicerStatus::Stopped`].
    pub stop_type: Option<ServicerStopType>,
    /// The department; missing for a member.
    pub department_id: Option<DepartmentId>,
}

int_enum! {
    /// Whether a member serves customers (接待状态). The event
    /// [`ServicerStatusChanged`](super::ServicerStatusChanged) numbers it otherwise:
    /// [`ServicerStatusEvent`](super::ServicerStatusEvent).
    pub enum ServicerStatus {
        /// Serves customers (接待中).
        Serving = 0,
        /// Does not serve customers (停止接待).
        Stopped = 1,
    }
}

int_enum! {
    /// Why a member does not serve customers (停止接待的子类型).
    pub enum ServicerStopType {
        /// Stopped for good (停止接待).
        Stopped = 0,
        /// Suspended for a while (暂时挂起).
        Suspended = 1,
    }
}
