//! Tags of followers (用户标签).

use weixin_api::{Empty, ErrCode};
use weixin_official::ids::TagId;
use weixin_official::{
    tag::{
        AddTag, CreateTag, CreatedTag, DeleteTag, GetTagFollowers, GetTags, GetTagsOfUser,
        RemoveTag, Tag, TagFollowers, TagIds, TagList, UpdateTag,
    },
    user::FollowerIds,
};
use weixin_protocol::{OpenId, PeerId};

use super::{ApiError, RequestContext, user};
use crate::{
    TagRules,
    state::{PersonState, Tags},
};

/// The list of openids is empty or too long.
const BAD_LIST: i64 = 40032;
const TOO_MANY_TAGS: i64 = 45056;
const TOO_MANY_FOLLOWERS: i64 = 45057;
const PREDEFINED_TAG: i64 = 45058;
const TOO_MANY_OF_ONE: i64 = 45059;
const BAD_NAME: i64 = 45157;
const LONG_NAME: i64 = 45158;
const NO_SUCH_TAG: i64 = 45159;
const NOT_A_FOLLOWER: i64 = 50005;

pub(super) fn create(
    ctx: &mut RequestContext<'_>,
    request: CreateTag,
) -> Result<CreatedTag, ApiError> {
    let account = ctx.account_mut()?;
    check_name(&account.tags, &account.rules.tags, &request.tag.name, None)?;
    if account.tags.own() >= account.rules.tags.max {
        return Err(ApiError::code(TOO_MANY_TAGS));
    }
    let id = account.tags.add(request.tag.name.clone());
    ctx.state.mark_dirty();
    Ok(CreatedTag::new(Tag::new(id, request.tag.name)))
}

pub(super) fn list(ctx: &mut RequestContext<'_>, _: GetTags) -> Result<TagList, ApiError> {
    let account = ctx.account()?;
    let people: Vec<&PersonState> = ctx.state.people_of(&account.id).collect();
    Ok(TagList::new(account.counted_tags(people.into_iter())))
}

pub(super) fn update(ctx: &mut RequestContext<'_>, request: UpdateTag) -> Result<Empty, ApiError> {
    let (id, name) = (request.tag.id, request.tag.name);
    let account = ctx.account_mut()?;
    check_not_predefined(id)?;
    check_name(&account.tags, &account.rules.tags, &name, Some(id))?;
    if !account.tags.rename(id, name) {
        return Err(ApiError::code(NO_SUCH_TAG));
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn delete(ctx: &mut RequestContext<'_>, request: DeleteTag) -> Result<Empty, ApiError> {
    let id = request.tag.id;
    check_not_predefined(id)?;
    let account = ctx.account()?;
    let (owner, max) = (account.id.clone(), account.rules.tags.followers_to_delete);
    if ctx.state.people_of(&owner).filter(|person| person.tags.contains(&id)).count() > max {
        return Err(ApiError::code(TOO_MANY_FOLLOWERS));
    }
    if !ctx.account_mut()?.tags.remove(id) {
        return Err(ApiError::code(NO_SUCH_TAG));
    }
    for person in ctx.state.people.iter_mut().filter(|person| person.account == owner) {
        person.tags.retain(|tag| *tag != id);
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn followers(
    ctx: &mut RequestContext<'_>,
    request: GetTagFollowers,
) -> Result<TagFollowers, ApiError> {
    let account = ctx.account()?;
    known(&account.tags, request.tagid)?;
    let tagged = ctx.state.people_of(&account.id);
    let tagged = tagged.filter(|person| person.following && person.tags.contains(&request.tagid));
    let tagged: Vec<&PeerId> = tagged.map(|person| &person.id).collect();
    let (_, page) = user::page(&tagged, request.next_openid.as_ref(), account.rules.page_size)?;
    let mut followers = TagFollowers::new(page.len() as u64);
    followers.next_openid = page.last().cloned();
    followers.data = (!page.is_empty()).then(|| FollowerIds::new(page));
    Ok(followers)
}

pub(super) fn add(ctx: &mut RequestContext<'_>, request: AddTag) -> Result<Empty, ApiError> {
    let (openids, tag) = (request.openid_list, request.tagid);
    check_members(ctx, &openids, tag)?;
    let max = ctx.account()?.rules.tags.max_per_follower;
    let account = ctx.account()?.id.clone();
    let full = |openid: &&OpenId| {
        let person = ctx.state.person(&account, openid);
        person.is_some_and(|person| !person.tags.contains(&tag) && person.tags.len() >= max)
    };
    if openids.iter().any(|openid| full(&openid)) {
        return Err(ApiError::code(TOO_MANY_OF_ONE));
    }
    for openid in &openids {
        if let Some(person) = ctx.state.person_mut(&account, openid)
            && !person.tags.contains(&tag)
        {
            person.tags.push(tag);
        }
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn remove(ctx: &mut RequestContext<'_>, request: RemoveTag) -> Result<Empty, ApiError> {
    let (openids, tag) = (request.openid_list, request.tagid);
    check_members(ctx, &openids, tag)?;
    let account = ctx.account()?.id.clone();
    for openid in &openids {
        if let Some(person) = ctx.state.person_mut(&account, openid) {
            person.tags.retain(|has| *has != tag);
        }
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn of_user(
    ctx: &mut RequestContext<'_>,
    request: GetTagsOfUser,
) -> Result<TagIds, ApiError> {
    Ok(TagIds::new(follower(ctx, &request.openid)?.tags.clone()))
}

/// Checks the length of the list, that all are followers, and that the tag exists.
fn check_members(ctx: &RequestContext<'_>, openids: &[OpenId], tag: TagId) -> Result<(), ApiError> {
    let account = ctx.account()?;
    if openids.is_empty() || openids.len() > account.rules.tags.batch {
        return Err(ApiError::code(BAD_LIST));
    }
    known(&account.tags, tag)?;
    openids.iter().try_for_each(|openid| follower(ctx, openid).map(drop))
}

fn follower<'d>(
    ctx: &'d RequestContext<'_>,
    openid: &(impl AsRef<str> + ?Sized),
) -> Result<&'d PersonState, ApiError> {
    let person = ctx.state.person(&ctx.account()?.id, openid);
    let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    if person.following { Ok(person) } else { Err(ApiError::code(NOT_A_FOLLOWER)) }
}

fn known(tags: &Tags, id: TagId) -> Result<(), ApiError> {
    if tags.has(id) { Ok(()) } else { Err(ApiError::code(NO_SUCH_TAG)) }
}

/// Rejects changes of predefined tags.
fn check_not_predefined(id: TagId) -> Result<(), ApiError> {
    if Tags::is_predefined(id) { Err(ApiError::code(PREDEFINED_TAG)) } else { Ok(()) }
}

/// Checks the name of a tag; `of` is the tag that gets the name, if it exists.
fn check_name(
    tags: &Tags,
    rules: &TagRules,
    name: &str,
    of: Option<TagId>,
) -> Result<(), ApiError> {
    if name.chars().count() > rules.name_chars {
        return Err(ApiError::code(LONG_NAME));
    }
    let taken = tags.named(name).is_some_and(|id| Some(id) != of);
    if name.trim().is_empty() || taken { Err(ApiError::code(BAD_NAME)) } else { Ok(()) }
}
