//! Classes, grades, campuses (家校沟通 部门管理).

use crate::school::SchoolHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Makes a department.
#[endpoint(POST "/cgi-bin/school/department/create", title = "创建部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92340",
    scope(work), reply = CreatedSchoolDepartment, call = school.create_department)]
pub struct CreateSchoolDepartment {
    /// The name: up to 32 characters.
    pub name: String,
    /// The department above it.
    pub parentid: u64,
    /// Its number; the platform chooses one if left out.
    pub id: Option<u64>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: SchoolDepartmentKind,
    /// The year in which its students came; of grades.
    pub register_year: Option<u32>,
    /// The grade, by the platform's table; of grades.
    pub standard_grade: Option<u32>,
    /// Its place among its siblings; larger is further up.
    pub order: Option<u64>,
    /// Who is responsible for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdmin>,
}

int_enum! {
    /// What a department of a school is.
    pub enum SchoolDepartmentKind {
        /// A class.
        Class = 1,
        /// A grade.
        Grade = 2,
        /// A stage of education.
        Stage = 3,
        /// A campus.
        Campus = 4,
        /// A school.
        School = 5,
    }
}

/// Who is responsible for a department.
#[endpoint(part)]
pub struct DepartmentAdmin {
    /// The member.
    pub userid: UserId,
    /// As what.
    #[serde(rename = "type")]
    pub kind: Option<DepartmentAdminKind>,
    /// Which subject they teach.
    pub subject: Option<String>,
}

int_enum! {
    /// As what somebody is responsible for a department.
    pub enum DepartmentAdminKind {
        /// For a campus.
        Campus = 1,
        /// For a grade.
        Grade = 2,
        /// As the class teacher.
        ClassTeacher = 3,
        /// As the teacher of a subject.
        SubjectTeacher = 4,
        /// For a stage of education.
        Stage = 5,
    }
}

/// A department that was made.
#[endpoint(part, reply_to(CreateSchoolDepartment))]
pub struct CreatedSchoolDepartment {
    /// Its number.
    pub id: u64,
}

/// Changes a department. What is left out stays.
#[endpoint(POST "/cgi-bin/school/department/update", title = "更新部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92341",
    scope(work), retry = safe, call = school.update_department)]
pub struct UpdateSchoolDepartment {
    /// The department.
    pub id: u64,
    /// Its new number.
    pub new_id: Option<u64>,
    /// The name: up to 32 characters.
    pub name: Option<String>,
    /// The department above it.
    pub parentid: Option<u64>,
    /// The year in which its students came; of grades.
    pub register_year: Option<u32>,
    /// The grade, by the platform's table; of grades.
    pub standard_grade: Option<u32>,
    /// Its place among its siblings; larger is further up.
    pub order: Option<u64>,
    /// Who is, or is no longer, responsible for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdminChange>,
}

/// Who is, or is no longer, responsible for a department.
#[endpoint(part)]
pub struct DepartmentAdminChange {
    /// Which of both.
    pub op: DepartmentAdminOperation,
    /// The member.
    pub userid: UserId,
    /// As what.
    #[serde(rename = "type")]
    pub kind: Option<DepartmentAdminKind>,
    /// Which subject they teach.
    pub subject: Option<String>,
}

int_enum! {
    /// What becomes of somebody who is responsible.
    pub enum DepartmentAdminOperation {
        /// They are, from now on.
        Set = 0,
        /// They are no longer.
        Remove = 1,
    }
}

/// Deletes a department that has no members and none below it.
#[endpoint(GET "/cgi-bin/school/department/delete", title = "删除部门",
    doc = "https://developer.work.weixin.qq.com/document/path/92342",
    scope(work), call = school.delete_department)]
pub struct DeleteSchoolDepartment {
    /// The department.
    pub id: u64,
}

/// Gives departments.
#[endpoint(GET "/cgi-bin/school/department/list", title = "获取部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92343",
    scope(work), reply = SchoolDepartments, call = school.departments)]
pub struct GetSchoolDepartments {
    /// Only this one and what is below it; all if left out.
    pub id: Option<u64>,
}

/// Departments.
#[endpoint(part, reply_to(GetSchoolDepartments))]
#[derive(Default)]
pub struct SchoolDepartments {
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<SchoolDepartment>,
}

/// A department.
#[endpoint(part)]
pub struct SchoolDepartment {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// The department above it.
    pub parentid: Option<u64>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<SchoolDepartmentKind>,
    /// The year in which its students came; of grades.
    pub register_year: Option<u32>,
    /// The grade, by the platform's table; of grades.
    pub standard_grade: Option<u32>,
    /// Its place among its siblings; larger is further up.
    pub order: Option<u64>,
    /// Who is responsible for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_admins: Vec<DepartmentAdmin>,
    /// Whether its students have left the school; of grades.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_graduated: Option<bool>,
    /// Whether it has a group chat; of classes.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub open_group_chat: Option<bool>,
    /// The group chat; of classes.
    pub group_chat_id: Option<String>,
}
