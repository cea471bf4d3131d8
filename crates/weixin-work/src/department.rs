//! Departments of a corporation (部门管理). `/cgi-bin/department/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, UserId, inbound, messages};

group! {
    /// Departments of a corporation (部门管理).
    departments: [CreateDepartment, UpdateDepartment, DeleteDepartment, GetDepartments, GetDepartmentIds, GetDepartment]
}

messages![DepartmentCreated, DepartmentUpdated, DepartmentDeleted];

/// Makes a department.
#[endpoint(POST "/cgi-bin/department/create", title = "创建部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90205",
    scope(work), reply = CreatedDepartment, call = departments.create)]
pub struct CreateDepartment {
    /// The name: up to 64 characters, none of `\:*?"<>|`, and there once among its siblings.
    pub name: String,
    /// The English name.
    pub name_en: Option<String>,
    /// The department above it; 1 is the corporation itself.
    pub parentid: u64,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
    /// The number it is to have; chosen by the platform if left out.
    pub id: Option<u64>,
}

/// A department that was made.
#[endpoint(part, reply_to(CreateDepartment))]
pub struct CreatedDepartment {
    /// Its number.
    pub id: u64,
}

/// Changes a department. What is left out stays.
#[endpoint(POST "/cgi-bin/department/update", title = "更新部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90206",
    scope(work), retry = safe, call = departments.update)]
pub struct UpdateDepartment {
    /// The department.
    pub id: u64,
    /// The name: up to 64 characters.
    pub name: Option<String>,
    /// The English name.
    pub name_en: Option<String>,
    /// The department above it.
    pub parentid: Option<u64>,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
}

/// Deletes a department, which must be empty.
#[endpoint(GET "/cgi-bin/department/delete", title = "删除部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90207",
    scope(work), call = departments.delete)]
pub struct DeleteDepartment {
    /// The department.
    pub id: u64,
}

/// Gives a department and all below it.
#[endpoint(GET "/cgi-bin/department/list", title = "获取部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90208",
    scope(work), reply = DepartmentList, call = departments.list)]
pub struct GetDepartments {
    /// The department; all that the app sees if left out.
    pub id: Option<u64>,
}

/// Departments.
#[endpoint(part, reply_to(GetDepartments))]
pub struct DepartmentList {
    /// The departments.
    pub department: Vec<Department>,
}

/// A department.
#[endpoint(part)]
pub struct Department {
    /// Its number.
    pub id: u64,
    /// The name; the app must be allowed to see it.
    pub name: Option<String>,
    /// The English name.
    pub name_en: Option<String>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_leader: Vec<UserId>,
    /// The department above it; 0 at the top.
    pub parentid: Option<u64>,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
}

/// Gives the numbers of a department and all below it.
#[endpoint(GET "/cgi-bin/department/simplelist", title = "获取子部门ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95350",
    scope(work), reply = DepartmentIds, call = departments.ids)]
pub struct GetDepartmentIds {
    /// The department; all that the app sees if left out.
    pub id: Option<u64>,
}

/// Departments, by their numbers.
#[endpoint(part, reply_to(GetDepartmentIds))]
pub struct DepartmentIds {
    /// The departments.
    pub department_id: Vec<DepartmentId>,
}

/// A department, by its number.
#[endpoint(part)]
pub struct DepartmentId {
    /// Its number.
    pub id: u64,
    /// The department above it; 0 at the top.
    pub parentid: Option<u64>,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
}

/// Gives a department.
#[endpoint(GET "/cgi-bin/department/get", title = "获取单个部门详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95351",
    scope(work), reply = OneDepartment, call = departments.get)]
pub struct GetDepartment {
    /// The department.
    pub id: u64,
}

/// A department, as it is answered alone.
#[endpoint(part, reply_to(GetDepartment))]
pub struct OneDepartment {
    /// The department.
    pub department: Department,
}

/// There is a new department. Event `change_contact`, ChangeType `create_party`.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "create_party",
    scope(work)
)]
pub struct DepartmentCreated {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The department.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// The department above it.
    pub parent_id: Option<u64>,
    /// Its rank among its siblings.
    pub order: Option<u64>,
}

/// A department was changed. Event `change_contact`, ChangeType `update_party`.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "update_party",
    scope(work)
)]
pub struct DepartmentUpdated {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The department.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// The department above it.
    pub parent_id: Option<u64>,
    /// Its rank among its siblings.
    pub order: Option<u64>,
}

/// A department is gone. Event `change_contact`, ChangeType `delete_party`.
#[inbound(
    event = "change_contact",
    notice = "change_contact",
    change = "delete_party",
    scope(work)
)]
pub struct DepartmentDeleted {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The department.
    pub id: u64,
}
