//! Parents (家校沟通 家长管理).

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::Student;
use crate::{
    ids::{ExternalUserId, ParentUserId, SchoolDepartmentId, StudentUserId},
    school::SchoolHandle,
};

/// Adds a parent to a school's directory.
///
/// Fails with 60137 when another parent has the mobile number.
#[endpoint(POST "/cgi-bin/school/user/create_parent", title = "创建家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92331",
    scope(work), retry = safe, call = school.create_parent)]
pub struct CreateParent {
    /// The id, chosen by the school: up to 64 bytes.
    pub parent_userid: ParentUserId,
    /// Mobile number of the parent.
    pub mobile: String,
    /// Whether to invite the parent to subscribe to the notices; `true` if left out.
    pub to_invite: Option<bool>,
    /// The parent's children: up to 10.
    pub children: Vec<Child>,
}

/// A parent's child.
#[endpoint(part)]
pub struct Child {
    /// Id of the student.
    pub student_userid: StudentUserId,
    /// The relation of the parent to the student: up to 32 bytes, such as `爸爸` (father).
    pub relation: Option<String>,
    /// Name of the student; in replies only.
    pub name: Option<String>,
}

/// Changes a parent in a school's directory. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/school/user/update_parent", title = "更新家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92333",
    scope(work), retry = safe, call = school.update_parent)]
pub struct UpdateParent {
    /// The parent to change.
    pub parent_userid: ParentUserId,
    /// The new id.
    pub new_parent_userid: Option<ParentUserId>,
    /// The new mobile number.
    pub mobile: Option<String>,
    /// The new children, replacing the current ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Deletes a parent from a school's directory.
#[endpoint(GET "/cgi-bin/school/user/delete_parent", title = "删除家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92332",
    scope(work), call = school.delete_parent)]
pub struct DeleteParent {
    /// The parent to delete.
    pub userid: ParentUserId,
}

/// Adds up to 100 parents to a school's directory.
#[endpoint(POST "/cgi-bin/school/user/batch_create_parent", title = "批量创建家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92334",
    scope(work), retry = safe, reply = ParentResults, call = school.create_parents)]
pub struct CreateParents {
    /// The parents to create: up to 100.
    pub parents: Vec<NewParent>,
}

/// A parent to create.
#[endpoint(part)]
pub struct NewParent {
    /// The id, chosen by the school: up to 64 bytes.
    pub parent_userid: ParentUserId,
    /// Mobile number of the parent.
    pub mobile: String,
    /// Whether to invite the parent to subscribe to the notices; `true` if left out.
    pub to_invite: Option<bool>,
    /// The parent's children: up to 10.
    pub children: Vec<Child>,
}

/// The parents for which a call failed; empty if it succeeded for all.
#[endpoint(part, reply_to(CreateParents, UpdateParents, DeleteParents))]
#[derive(Default)]
pub struct ParentResults {
    /// One entry for each failure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<ParentResult>,
}

/// The result for one parent.
#[endpoint(part)]
pub struct ParentResult {
    /// Id of the parent.
    pub parent_userid: ParentUserId,
    /// 0, or the code of the error.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Changes up to 100 parents in a school's directory. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/school/user/batch_update_parent", title = "批量更新家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92336",
    scope(work), retry = safe, reply = ParentResults, call = school.update_parents)]
pub struct UpdateParents {
    /// The changes: up to 100.
    pub parents: Vec<ParentChange>,
}

/// A change of a parent. What is left out stays as it is.
#[endpoint(part)]
pub struct ParentChange {
    /// The parent to change.
    pub parent_userid: ParentUserId,
    /// The new id.
    pub new_parent_userid: Option<ParentUserId>,
    /// The new mobile number.
    pub mobile: Option<String>,
    /// The new children, replacing the current ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Deletes up to 100 parents from a school's directory.
#[endpoint(POST "/cgi-bin/school/user/batch_delete_parent", title = "批量删除家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92335",
    scope(work), retry = safe, reply = ParentResults, call = school.delete_parents)]
pub struct DeleteParents {
    /// The parents to delete: up to 100.
    pub useridlist: Vec<ParentUserId>,
}

/// Returns a student or a parent of a school.
#[endpoint(GET "/cgi-bin/school/user/get", title = "读取学生或家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92337",
    scope(work), reply = SchoolUser, call = school.get)]
pub struct GetSchoolUser {
    /// Id of the student or parent. Both have the same form, so this is a `UserId`.
    pub userid: UserId,
}

/// A student or a parent.
#[endpoint(part, reply_to(GetSchoolUser))]
pub struct SchoolUser {
    /// Whether it is a student or a parent.
    pub user_type: SchoolUserKind,
    /// The student, for [`SchoolUserKind::Student`].
    pub student: Option<Student>,
    /// The parent, for [`SchoolUserKind::Parent`].
    pub parent: Option<Parent>,
}

int_enum! {
    /// Whether somebody is a student or a parent.
    pub enum SchoolUserKind {
        /// A student.
        Student = 1,
        /// A parent.
        Parent = 2,
    }
}

/// A student's parent.
#[endpoint(part)]
pub struct StudentParent {
    /// Id of the parent.
    pub parent_userid: ParentUserId,
    /// The relation of the parent to the student, such as `爸爸` (father).
    pub relation: Option<String>,
    /// Mobile number, if the app may see it.
    pub mobile: Option<String>,
    /// Whether the parent follows the school's notices.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_subscribe: Option<bool>,
    /// The parent as an external contact, if subscribed.
    pub external_userid: Option<ExternalUserId>,
}

/// A parent.
#[endpoint(part)]
pub struct Parent {
    /// Id of the parent.
    pub parent_userid: ParentUserId,
    /// Mobile number, if the app may see it.
    pub mobile: Option<String>,
    /// Whether the parent follows the school's notices.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_subscribe: Option<bool>,
    /// The parent as an external contact, if subscribed.
    pub external_userid: Option<ExternalUserId>,
    /// The parent's children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Returns the parents of the students in a department.
#[endpoint(GET "/cgi-bin/school/user/list_parent", title = "获取部门家长详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92446",
    scope(work), reply = ParentList, call = school.parents)]
pub struct GetParents {
    /// The department to list.
    pub department_id: SchoolDepartmentId,
}

/// Parents.
#[endpoint(part, reply_to(GetParents))]
#[derive(Default)]
pub struct ParentList {
    /// The parents, with their children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Parent>,
}
