//! Parents (家校沟通 家长管理).

use crate::school::SchoolHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::Student;

/// Makes a parent.
#[endpoint(POST "/cgi-bin/school/user/create_parent", title = "创建家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92331",
    scope(work), retry = safe, call = school.create_parent)]
pub struct CreateParent {
    /// The id: up to 64 bytes.
    pub parent_userid: UserId,
    /// The mobile number.
    pub mobile: String,
    /// Whether the parent is invited: yes if left out.
    pub to_invite: Option<bool>,
    /// The children: up to 10.
    pub children: Vec<Child>,
}

/// A parent's child.
#[endpoint(part)]
pub struct Child {
    /// The student.
    pub student_userid: UserId,
    /// What the parent is to them: up to 32 bytes, such as `爸爸`.
    pub relation: Option<String>,
    /// The student's name; in answers.
    pub name: Option<String>,
}

/// Changes a parent. What is left out stays.
#[endpoint(POST "/cgi-bin/school/user/update_parent", title = "更新家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92333",
    scope(work), retry = safe, call = school.update_parent)]
pub struct UpdateParent {
    /// The parent.
    pub parent_userid: UserId,
    /// The new id.
    pub new_parent_userid: Option<UserId>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// The children, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Deletes a parent.
#[endpoint(GET "/cgi-bin/school/user/delete_parent", title = "删除家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92332",
    scope(work), call = school.delete_parent)]
pub struct DeleteParent {
    /// The parent.
    pub userid: UserId,
}

/// Makes up to 100 parents.
#[endpoint(POST "/cgi-bin/school/user/batch_create_parent", title = "批量创建家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92334",
    scope(work), retry = safe, reply = ParentResults, call = school.create_parents)]
pub struct CreateParents {
    /// The parents: up to 100.
    pub parents: Vec<NewParent>,
}

/// A parent who is to be made.
#[endpoint(part)]
pub struct NewParent {
    /// The id: up to 64 bytes.
    pub parent_userid: UserId,
    /// The mobile number.
    pub mobile: String,
    /// Whether the parent is invited: yes if left out.
    pub to_invite: Option<bool>,
    /// The children: up to 10.
    pub children: Vec<Child>,
}

/// What became of parents. If all went well there is nothing.
#[endpoint(part, reply_to(CreateParents, UpdateParents, DeleteParents))]
#[derive(Default)]
pub struct ParentResults {
    /// Those with whom something went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<ParentResult>,
}

/// What became of a parent.
#[endpoint(part)]
pub struct ParentResult {
    /// The parent.
    pub parent_userid: UserId,
    /// 0, or what went wrong.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Changes up to 100 parents. What is left out stays.
#[endpoint(POST "/cgi-bin/school/user/batch_update_parent", title = "批量更新家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92336",
    scope(work), retry = safe, reply = ParentResults, call = school.update_parents)]
pub struct UpdateParents {
    /// The parents: up to 100.
    pub parents: Vec<ParentChange>,
}

/// What a parent is from now on.
#[endpoint(part)]
pub struct ParentChange {
    /// The parent.
    pub parent_userid: UserId,
    /// The new id.
    pub new_parent_userid: Option<UserId>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// The children, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Deletes up to 100 parents.
#[endpoint(POST "/cgi-bin/school/user/batch_delete_parent", title = "批量删除家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92335",
    scope(work), retry = safe, reply = ParentResults, call = school.delete_parents)]
pub struct DeleteParents {
    /// The parents: up to 100.
    pub useridlist: Vec<UserId>,
}

/// Gives a student or a parent.
#[endpoint(GET "/cgi-bin/school/user/get", title = "读取学生或家长",
    doc = "https://developer.work.weixin.qq.com/document/path/92337",
    scope(work), reply = SchoolUser, call = school.get)]
pub struct GetSchoolUser {
    /// The student or parent.
    pub userid: UserId,
}

/// A student or a parent.
#[endpoint(part, reply_to(GetSchoolUser))]
pub struct SchoolUser {
    /// Which of both.
    pub user_type: SchoolUserKind,
    /// The student.
    pub student: Option<Student>,
    /// The parent.
    pub parent: Option<Parent>,
}

int_enum! {
    /// What somebody at a school is.
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
    /// The parent.
    pub parent_userid: UserId,
    /// What the parent is to them, such as `爸爸`.
    pub relation: Option<String>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// Whether the parent follows the school's notices.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_subscribe: Option<bool>,
    /// The parent as a customer, if they do.
    pub external_userid: Option<UserId>,
}

/// A parent.
#[endpoint(part)]
pub struct Parent {
    /// The parent.
    pub parent_userid: UserId,
    /// The mobile number.
    pub mobile: Option<String>,
    /// Whether the parent follows the school's notices.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_subscribe: Option<bool>,
    /// The parent as a customer, if they do.
    pub external_userid: Option<UserId>,
    /// The children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Child>,
}

/// Gives the parents of a department's students.
#[endpoint(GET "/cgi-bin/school/user/list_parent", title = "获取部门家长详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92446",
    scope(work), reply = ParentList, call = school.parents)]
pub struct GetParents {
    /// The department.
    pub department_id: u64,
}

/// Parents.
#[endpoint(part, reply_to(GetParents))]
#[derive(Default)]
pub struct ParentList {
    /// The parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<Parent>,
}
