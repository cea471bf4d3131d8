//! The contacts (通讯录) of a corp in WeCom: departments, tags and members.

use std::collections::HashSet;

use weixin_protocol::UserId;
use weixin_work::{
    department::Department,
    ids::{DepartmentId, TagId},
    user::{User, UserStatus},
};

use super::PersonState;

/// The id of the root department: the corp itself.
pub(crate) const ROOT_DEPARTMENT: DepartmentId = DepartmentId::new(1);

/// The departments and tags of a corp.
#[derive(Debug)]
pub(crate) struct Corp {
    pub(crate) departments: Vec<Department>,
    pub(crate) tags: Vec<CorpTag>,
}

/// A tag of members and departments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CorpTag {
    pub(crate) id: TagId,
    pub(crate) name: String,
    pub(crate) members: Vec<UserId>,
    pub(crate) departments: Vec<DepartmentId>,
}

impl Corp {
    /// Creates a corp with only the root department.
    pub(crate) fn new(name: &str) -> Self {
        let root = Department::new(ROOT_DEPARTMENT)
            .name(name)
            .parentid(DepartmentId::new(0))
            .order(100_000_000_u64);
        Self { departments: vec![root], tags: Vec::new() }
    }

    /// The department with this id.
    pub(crate) fn department(&self, id: DepartmentId) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == id)
    }

    /// The department with this id, for changing it.
    pub(crate) fn department_mut(&mut self, id: DepartmentId) -> Option<&mut Department> {
        self.departments.iter_mut().find(|department| department.id == id)
    }

    /// An unused department id.
    pub(crate) fn next_department_id(&self) -> DepartmentId {
        let last = self.departments.iter().map(|department| department.id).max();
        DepartmentId::new(last.unwrap_or(ROOT_DEPARTMENT).get() + 1)
    }

    /// A department and all its descendants, in the order of their creation.
    pub(crate) fn subtree(&self, id: DepartmentId) -> Vec<&Department> {
        let mut numbers = HashSet::from([id]);
        // A parent may have been created after its child, so one pass is not enough.
        loop {
            let before = numbers.len();
            for department in &self.departments {
                if department.parentid.is_some_and(|parent| numbers.contains(&parent)) {
                    numbers.insert(department.id);
                }
            }
            if numbers.len() == before {
                break;
            }
        }
        self.departments.iter().filter(|department| numbers.contains(&department.id)).collect()
    }

    /// The depth of a department; that of the root is 1.
    pub(crate) fn depth(&self, id: DepartmentId) -> usize {
        let mut depth = 0;
        let mut at = self.department(id);
        while let Some(department) = at {
            depth += 1;
            at = department.parentid.and_then(|parent| self.department(parent));
        }
        depth
    }

    /// The tag with this id.
    pub(crate) fn tag(&self, id: TagId) -> Option<&CorpTag> {
        self.tags.iter().find(|tag| tag.id == id)
    }

    /// The tag with this id, for changing it.
    pub(crate) fn tag_mut(&mut self, id: TagId) -> Option<&mut CorpTag> {
        self.tags.iter_mut().find(|tag| tag.id == id)
    }

    /// Whether a member is in one of these departments or their descendants.
    pub(crate) fn is_within(&self, member: &User, departments: &[DepartmentId]) -> bool {
        let within = departments.iter().flat_map(|id| self.subtree(*id));
        within.into_iter().any(|department| member.department.contains(&department.id))
    }

    /// Whether a member has a tag, directly or through a department.
    pub(crate) fn has_tag(&self, member: &User, tag: &CorpTag) -> bool {
        tag.members.contains(&member.userid) || self.is_within(member, &tag.departments)
    }

    /// Removes a deleted member from all tags.
    pub(crate) fn remove_member(&mut self, id: &str) {
        for tag in &mut self.tags {
            tag.members.retain(|member| *member != *id);
        }
    }
}

impl PersonState {
    /// The initial profile of a member: only a name, in the root department.
    pub(crate) fn profile(id: &UserId, name: &str) -> User {
        let mut user =
            User::new(id).name(name).status(UserStatus::Active).main_department(ROOT_DEPARTMENT);
        user.department = vec![ROOT_DEPARTMENT];
        user
    }
}
