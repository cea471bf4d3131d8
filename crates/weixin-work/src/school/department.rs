//! Classes, grades, campuses (家校沟通 部门管理).

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use crate::{
    ids::{ChatId, SchoolDepartmentId},
    school::SchoolHandle,
};

/// Creates a department of a school: a class, grade, stage or campus.
///
/// Fails with 65015 when a department of this kind cannot be below the parent.
#[endpoint(POST "/cgi-bin/school/department/create", title = "创建部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92340",
    scope(work), reply = CreatedSchoolDepartment, call = school.create_department)]
pub struct CreateSchoolDepartment {
    /// Name of the department: up to 32 characters.
    pub name: String,
    /// The department above it.
    pub parentid: SchoolDepartmentId,
    /// The id it is to have; the platform chooses one if left out.
    pub id: Option<SchoolDepartmentId>,
    /// Whether it is a class, grade, stage or campus.
    #[serde(rename = "type")]
    pub kind: SchoolDepartmentKind,
    /// The year in which its students entered the school (入学年份); only for a grade.
    pub register_year: Option<u32>,
    /// The standard grade (标准年级), as a number of the platform's table; only for a grade.
    pub standard_grade: Option<u32>,
    /// Its position among its siblings; higher comes first.
    pub order: Option<u64>,
    /// The members who are responsible for it (部门负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdmin>,
}

int_enum! {
    /// The kind of a department of a school.
    pub enum SchoolDepartmentKind {
        /// A class (班级).
        Class = 1,
        /// A grade (年级).
        Grade = 2,
        /// A stage of education, such as primary school (学段).
        Stage = 3,
        /// A campus (校区).
        Campus = 4,
        /// The school itself (学校).
        School = 5,
    }
}

/// A member who is responsible for a department.
#[endpoint(part)]
pub struct DepartmentAdmin {
    /// Id of the member.
    pub userid: UserId,
    /// The member's role.
    #[serde(rename = "type")]
    pub kind: Option<DepartmentAdminKind>,
    /// The subject they teach, for [`DepartmentAdminKind::SubjectTeacher`].
    pub subject: Option<String>,
}

int_enum! {
    /// The role of a member who is responsible for a department.
    pub enum DepartmentAdminKind {
        /// Head of a campus (校区负责人).
        Campus = 1,
        /// Head of a grade (年级负责人).
        Grade = 2,
        /// Class teacher (班主任).
        ClassTeacher = 3,
        /// Teacher of a subject (任课老师).
        SubjectTeacher = 4,
        /// Head of a stage (学段负责人).
        Stage = 5,
    }
}

/// The id of a department that was created.
#[endpoint(part, reply_to(CreateSchoolDepartment))]
pub struct CreatedSchoolDepartment {
    /// The new department.
    pub id: SchoolDepartmentId,
}

/// Changes a department of a school. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/school/department/update", title = "更新部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92341",
    scope(work), retry = safe, call = school.update_department)]
pub struct UpdateSchoolDepartment {
    /// The department to change.
    pub id: SchoolDepartmentId,
    /// The new id; it stays as it is if left out.
    pub new_id: Option<SchoolDepartmentId>,
    /// The new name: up to 32 characters.
    pub name: Option<String>,
    /// The new department above it.
    pub parentid: Option<SchoolDepartmentId>,
    /// The year in which its students entered the school (入学年份); only for a grade.
    pub register_year: Option<u32>,
    /// The standard grade (标准年级), as a number of the platform's table; only for a grade.
    pub standard_grade: Option<u32>,
    /// Its position among its siblings; higher comes first.
    pub order: Option<u64>,
    /// Members to add to those responsible for it, or to remove from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdminChange>,
}

/// A member to add to those responsible for a department, or to remove from them.
#[endpoint(part)]
pub struct DepartmentAdminChange {
    /// Whether to add or remove the member.
    pub op: DepartmentAdminOperation,
    /// Id of the member.
    pub userid: UserId,
    /// The member's role.
    #[serde(rename = "type")]
    pub kind: Option<DepartmentAdminKind>,
    /// The subject they teach, for [`DepartmentAdminKind::SubjectTeacher`].
    pub subject: Option<String>,
}

int_enum! {
    /// Whether a member is added or removed.
    pub enum DepartmentAdminOperation {
        /// Makes the member responsible, or changes their role.
        Set = 0,
        /// Removes the member from those responsible.
        Remove = 1,
    }
}

/// Deletes a department of a school without members and departments below it.
#[endpoint(GET "/cgi-bin/school/department/delete", title = "删除部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92342",
    scope(work), call = school.delete_department)]
pub struct DeleteSchoolDepartment {
    /// The department to delete.
    pub id: SchoolDepartmentId,
}

/// Returns the departments of the school.
#[endpoint(GET "/cgi-bin/school/department/list", title = "获取部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92343",
    scope(work), reply = SchoolDepartments, call = school.departments)]
pub struct GetSchoolDepartments {
    /// Only this department and those below it; all if left out.
    pub id: Option<SchoolDepartmentId>,
}

/// Departments of a school.
#[endpoint(part, reply_to(GetSchoolDepartments))]
#[derive(Default)]
pub struct SchoolDepartments {
    /// The departments that were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<SchoolDepartment>,
}

/// A department of a school.
#[endpoint(part)]
pub struct SchoolDepartment {
    /// Id of the department.
    pub id: SchoolDepartmentId,
    /// Name of the department.
    pub name: Option<String>,
    /// The department above it.
    pub parentid: Option<SchoolDepartmentId>,
    /// Whether it is a class, grade, stage or campus.
    #[serde(rename = "type")]
    pub kind: Option<SchoolDepartmentKind>,
    /// The year in which its students entered the school (入学年份); only for a grade.
    pub register_year: Option<u32>,
    /// The standard grade (标准年级), as a number of the platform's table; only for a grade.
    pub standard_grade: Option<u32>,
    /// Its position among its siblings; higher comes first.
    pub order: Option<u64>,
    /// The members who are responsible for it (部门负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdmin>,
    /// Whether its students have left the school (是否毕业); only for a grade.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_graduated: Option<bool>,
    /// Whether the class has a group chat (班级群); only for a class.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_group_chat: Option<bool>,
    /// The group chat of the class.
    pub group_chat_id: Option<ChatId>,
}
