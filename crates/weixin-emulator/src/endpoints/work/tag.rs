//! Tags of members and departments.

use std::borrow::Cow;

use weixin_api::{Empty, ErrCode};
use weixin_protocol::UserId;
use weixin_work::ids::{DepartmentId, TagId};
use weixin_work::tag::{
    AddTagMembers, CreateTag, CreatedTag, DeleteTag, GetTagMembers, GetTags, RemoveTagMembers, Tag,
    TagChange, TagList, TagMember, TagMembers, UpdateTag,
};

use super::{ApiError, RequestContext};
use crate::state::{Corp, CorpTag};

/// The maximum length of a name, in characters.
const MAX_NAME: usize = 32;

fn unknown() -> ApiError {
    ApiError::with_message(ErrCode::new(40068), "invalid tagid")
}

pub(in super::super) fn create(
    ctx: &mut RequestContext<'_>,
    request: CreateTag,
) -> Result<CreatedTag, ApiError> {
    let corp = &mut ctx.account_mut()?.corp;
    check_name(corp, &request.tagname, None)?;
    let next = TagId::new(corp.tags.iter().map(|tag| tag.id.get()).max().unwrap_or_default() + 1);
    let id = request.tagid.unwrap_or(next);
    if corp.tag(id).is_some() {
        return Err(ApiError::with_message(ErrCode::new(40068), "tagid existed"));
    }
    corp.tags.push(CorpTag { id, name: request.tagname, ..CorpTag::default() });
    ctx.state.mark_dirty();
    Ok(CreatedTag::new(id))
}

pub(in super::super) fn update(
    ctx: &mut RequestContext<'_>,
    request: UpdateTag,
) -> Result<Empty, ApiError> {
    let corp = &mut ctx.account_mut()?.corp;
    check_name(corp, &request.tagname, Some(request.tagid))?;
    corp.tag_mut(request.tagid).ok_or_else(unknown)?.name = request.tagname;
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(in super::super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteTag,
) -> Result<Empty, ApiError> {
    let corp = &mut ctx.account_mut()?.corp;
    corp.tag(request.tagid).ok_or_else(unknown)?;
    corp.tags.retain(|tag| tag.id != request.tagid);
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(in super::super) fn list(
    ctx: &mut RequestContext<'_>,
    _: GetTags,
) -> Result<TagList, ApiError> {
    let tags = ctx.account()?.corp.tags.iter();
    Ok(TagList::new(tags.map(|tag| Tag::new(tag.id, tag.name.as_str())).collect::<Vec<_>>()))
}

pub(in super::super) fn members(
    ctx: &mut RequestContext<'_>,
    request: GetTagMembers,
) -> Result<TagMembers, ApiError> {
    let account = ctx.account()?;
    let tag = account.corp.tag(request.tagid).ok_or_else(unknown)?;
    let mut members = TagMembers::new().tagname(tag.name.as_str());
    let people = tag.members.iter().filter_map(|id| ctx.state.person(&account.id, id));
    let member =
        |person: &crate::state::PersonState| TagMember::new(&person.id).name(person.name.as_str());
    members.userlist = people.map(member).collect();
    members.partylist.clone_from(&tag.departments);
    Ok(members)
}

pub(in super::super) fn add(
    ctx: &mut RequestContext<'_>,
    request: AddTagMembers,
) -> Result<TagChange, ApiError> {
    let known = known(ctx, request.tagid, request.userlist, request.partylist, 40070)?;
    let Some(tag) = ctx.account_mut()?.corp.tag_mut(request.tagid) else { return Err(unknown()) };
    for member in known.members {
        if !tag.members.contains(&member) {
            tag.members.push(member);
        }
    }
    for department in known.departments {
        if !tag.departments.contains(&department) {
            tag.departments.push(department);
        }
    }
    ctx.state.mark_dirty();
    Ok(known.rest)
}

pub(in super::super) fn remove(
    ctx: &mut RequestContext<'_>,
    request: RemoveTagMembers,
) -> Result<TagChange, ApiError> {
    let known = known(ctx, request.tagid, request.userlist, request.partylist, 40031)?;
    let Some(tag) = ctx.account_mut()?.corp.tag_mut(request.tagid) else { return Err(unknown()) };
    tag.members.retain(|member| !known.members.contains(member));
    tag.departments.retain(|department| !known.departments.contains(department));
    ctx.state.mark_dirty();
    Ok(known.rest)
}

/// The known members and departments of a call, and the unknown ones.
struct Known {
    members: Vec<UserId>,
    departments: Vec<DepartmentId>,
    rest: TagChange,
}

/// Separates known from unknown members and departments; `none_known` is the error code if all are
/// unknown.
fn known(
    ctx: &RequestContext<'_>,
    tag: TagId,
    members: Vec<UserId>,
    departments: Vec<DepartmentId>,
    none_known: i64,
) -> Result<Known, ApiError> {
    let account = ctx.account()?;
    account.corp.tag(tag).ok_or_else(unknown)?;
    if members.len() > 1000 || departments.len() > 100 {
        return Err(ApiError::with_message(
            ErrCode::new(40032),
            "invalid useridlist or partylist size",
        ));
    }
    let is_member = |id: &UserId| ctx.state.person(&account.id, id).is_some();
    let (members, strangers): (Vec<_>, Vec<_>) = members.into_iter().partition(is_member);
    let is_there = |id: &DepartmentId| account.corp.department(*id).is_some();
    let (departments, others): (Vec<_>, Vec<_>) = departments.into_iter().partition(is_there);
    if members.is_empty() && departments.is_empty() {
        return Err(ApiError::with_message(ErrCode::new(none_known), "all list invalid"));
    }
    let mut rest = TagChange::new();
    (rest.invalidlist, rest.invalidparty) = (strangers, others);
    Ok(Known { members, departments, rest })
}

fn check_name(corp: &Corp, name: &str, id: Option<TagId>) -> Result<(), ApiError> {
    let error = |code: i64, message: &'static str| {
        Err(ApiError::with_message(ErrCode::new(code), Cow::Borrowed(message)))
    };
    if !(1..=MAX_NAME).contains(&name.chars().count()) {
        return error(40072, "invalid tag name size");
    }
    if corp.tags.iter().any(|tag| tag.name == name && Some(tag.id) != id) {
        return error(40071, "tag name existed");
    }
    Ok(())
}
