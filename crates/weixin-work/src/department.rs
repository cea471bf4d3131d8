//! Departments of a corporation (部门管理). `/cgi-bin/department/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{CorpId, Header, UserId, inbound, messages};

use crate::ids::{DepartmentId, SuiteId};

group! {
    /// Departments of a corporation (部门管理).
    departments: [
        CreateDepartment, UpdateDepartment, DeleteDepartment, GetDepartments, GetDepartmentIds,
        GetDepartment,
    ]
}

messages![DepartmentCreated, DepartmentUpdated, DepartmentDeleted];

/// Creates a department of the address book.
///
/// Fails with 60008 when the id exists or a sibling has the name, with 60009 when the name has a
/// character that it must not have, with 60004 when there is no such parent, with 81002 when the
/// department would be on the 16th level.
#[endpoint(POST "/cgi-bin/department/create", title = "创建部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90205",
    scope(work), reply = CreatedDepartment, call = departments.create)]
pub struct CreateDepartment {
    /// The name: up to 64 characters, none of `\:*?"<>|`, and unique among its siblings.
    pub name: String,
    /// The English name: up to 64 characters. Shown when the member's client is in English.
    pub name_en: Option<String>,
    /// The parent department; 1 is the root (根部门).
    pub parentid: DepartmentId,
    /// The rank among its siblings, less than 2³²; departments with a higher one come first.
    pub order: Option<u64>,
    /// The id to give the department, more than 1; `None` lets the platform choose one.
    pub id: Option<DepartmentId>,
}

/// The id of a created department.
#[endpoint(part, reply_to(CreateDepartment))]
pub struct CreatedDepartment {
    /// The created department.
    pub id: DepartmentId,
}

/// Changes a department. Fields that are left out keep their value.
///
/// Fails with 60003 when there is no such department, with 60008 when a sibling has the name, with
/// 60010 when the department would be below itself.
#[endpoint(POST "/cgi-bin/department/update", title = "更新部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90206",
    scope(work), retry = safe, call = departments.update)]
pub struct UpdateDepartment {
    /// The department to change.
    pub id: DepartmentId,
    /// The new name: up to 64 characters.
    pub name: Option<String>,
    /// The new English name: up to 64 characters.
    pub name_en: Option<String>,
    /// The new parent department.
    pub parentid: Option<DepartmentId>,
    /// The new rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// Deletes a department, which must have no members and no subdepartments.
///
/// Fails with 60005 when it has members, with 60006 when it has subdepartments, with 60007 for the
/// root, with 60003 when there is no such department.
#[endpoint(GET "/cgi-bin/department/delete", title = "删除部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90207",
    scope(work), call = departments.delete)]
pub struct DeleteDepartment {
    /// The department to delete; not the root.
    pub id: DepartmentId,
}

/// Returns a department and all its subdepartments.
///
/// Fails with 60003 when there is no such department.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let all = wx.departments().list().await?;
/// for department in all.department {
///     println!("{} is below {:?}", department.id, department.parentid);
/// }
///
/// let below_2 = wx.departments().list().with(|request| request.id(2_u64)).await?;
/// println!("{} departments", below_2.department.len());
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/department/list", title = "获取部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90208",
    scope(work), reply = DepartmentList, call = departments.list)]
pub struct GetDepartments {
    /// The department to start from; `None` returns all that the app can see.
    pub id: Option<DepartmentId>,
}

/// Departments with their properties.
#[endpoint(part, reply_to(GetDepartments))]
pub struct DepartmentList {
    /// The departments that the app can see.
    pub department: Vec<Department>,
}

/// A department of the directory (部门).
#[endpoint(part)]
pub struct Department {
    /// The department's id.
    pub id: DepartmentId,
    /// The name; `None` if the app may not read it, which suites' apps may not.
    pub name: Option<String>,
    /// The English name; `None` as for `name`.
    pub name_en: Option<String>,
    /// The members who lead the department (部门负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_leader: Vec<UserId>,
    /// The parent department; 0 for the root.
    pub parentid: Option<DepartmentId>,
    /// The rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// Returns the ids of a department and of all its subdepartments.
#[endpoint(GET "/cgi-bin/department/simplelist", title = "获取子部门ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95350",
    scope(work), reply = DepartmentIds, call = departments.ids)]
pub struct GetDepartmentIds {
    /// The department to start from; `None` returns all that the app can see.
    pub id: Option<DepartmentId>,
}

/// Departments, by their ids.
#[endpoint(part, reply_to(GetDepartmentIds))]
pub struct DepartmentIds {
    /// The departments with their place in the tree.
    pub department_id: Vec<DepartmentNode>,
}

/// A department's id and its place in the tree.
#[endpoint(part)]
pub struct DepartmentNode {
    /// The department's id.
    pub id: DepartmentId,
    /// The parent department; 0 for the root.
    pub parentid: Option<DepartmentId>,
    /// The rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// Returns a department of the address book.
///
/// Fails with 60003 when there is no such department.
#[endpoint(GET "/cgi-bin/department/get", title = "获取单个部门详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95351",
    scope(work), reply = OneDepartment, call = departments.get)]
pub struct GetDepartment {
    /// The department to look up.
    pub id: DepartmentId,
}

/// The reply to [`GetDepartment`].
#[endpoint(part, reply_to(GetDepartment))]
pub struct OneDepartment {
    /// The department with its properties.
    pub department: Department,
}

/// A department was created.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "create_party",
    scope(work)
)]
pub struct DepartmentCreated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The created department.
    pub id: DepartmentId,
    /// The name; `None` if the app may not read it.
    pub name: Option<String>,
    /// The parent department.
    pub parent_id: Option<DepartmentId>,
    /// The rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// A department was changed.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "update_party",
    scope(work)
)]
pub struct DepartmentUpdated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The changed department.
    pub id: DepartmentId,
    /// The new name; `None` if it was not changed.
    pub name: Option<String>,
    /// The new parent department; `None` if it was not changed.
    pub parent_id: Option<DepartmentId>,
    /// The rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// A department was deleted.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "delete_party",
    scope(work)
)]
pub struct DepartmentDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The deleted department.
    pub id: DepartmentId,
}
