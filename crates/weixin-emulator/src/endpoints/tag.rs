//! Tags of followers.

use weixin_api::{Empty, ErrCode};
use weixin_official::{
    tag::{
        AddTag, CreateTag, CreatedTag, DeleteTag, GetTagFollowers, GetTags, GetTagsOfUser,
        RemoveTag, Tag, TagFollowers, TagIds, TagList, UpdateTag,
    },
    user::FollowerIds,
};
use weixin_protocol::OpenId;

use super::{Desk, Refusal, user};
use crate::{
    TagRules,
    world::{PersonState, Tags},
};

/// More openids than one call may have, or none.
const BAD_LIST: i64 = 40032;
const TOO_MANY_TAGS: i64 = 45056;
const TOO_MANY_FOLLOWERS: i64 = 45057;
const PLATFORMS_TAG: i64 = 45058;
const TOO_MANY_OF_ONE: i64 = 45059;
const BAD_NAME: i64 = 45157;
const LONG_NAME: i64 = 45158;
const NO_SUCH_TAG: i64 = 45159;
const NOT_A_FOLLOWER: i64 = 50005;

pub(super) fn create(desk: &mut Desk<'_>, request: CreateTag) -> Result<CreatedTag, Refusal> {
    let account = desk.account_mut()?;
    check_name(&account.tags, &account.rules.tags, &request.tag.name, None)?;
    if account.tags.own() >= account.rules.tags.most {
        return Err(Refusal::code(TOO_MANY_TAGS));
    }
    let id = account.tags.add(request.tag.name.clone());
    desk.world.touch();
    Ok(CreatedTag::new(Tag::new(id, request.tag.name)))
}

pub(super) fn list(desk: &mut Desk<'_>, _: GetTags) -> Result<TagList, Refusal> {
    let account = desk.account()?;
    let people: Vec<&PersonState> = desk.world.people_of(&account.id).collect();
    Ok(TagList::new(account.counted_tags(people.into_iter())))
}

pub(super) fn update(desk: &mut Desk<'_>, request: UpdateTag) -> Result<Empty, Refusal> {
    let (id, name) = (request.tag.id, request.tag.name);
    let account = desk.account_mut()?;
    own(id)?;
    check_name(&account.tags, &account.rules.tags, &name, Some(id))?;
    if !account.tags.rename(id, name) {
        return Err(Refusal::code(NO_SUCH_TAG));
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn delete(desk: &mut Desk<'_>, request: DeleteTag) -> Result<Empty, Refusal> {
    let id = request.tag.id;
    own(id)?;
    let account = desk.account()?;
    let (owner, most) = (account.id.clone(), account.rules.tags.followers_to_delete);
    if desk.world.people_of(&owner).filter(|person| person.tags.contains(&id)).count() > most {
        return Err(Refusal::code(TOO_MANY_FOLLOWERS));
    }
    if !desk.account_mut()?.tags.remove(id) {
        return Err(Refusal::code(NO_SUCH_TAG));
    }
    for person in desk.world.people.iter_mut().filter(|person| person.account == owner) {
        person.tags.retain(|tag| *tag != id);
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn followers(
    desk: &mut Desk<'_>,
    request: GetTagFollowers,
) -> Result<TagFollowers, Refusal> {
    let account = desk.account()?;
    known(&account.tags, request.tagid)?;
    let tagged = desk.world.people_of(&account.id);
    let tagged = tagged.filter(|person| person.following && person.tags.contains(&request.tagid));
    let tagged: Vec<&OpenId> = tagged.map(|person| &person.id).collect();
    let (_, page) = user::page(&tagged, request.next_openid.as_ref(), account.rules.page)?;
    let mut followers = TagFollowers::new(page.len() as u64);
    followers.next_openid = page.last().cloned();
    followers.data = (!page.is_empty()).then(|| FollowerIds::new(page));
    Ok(followers)
}

pub(super) fn add(desk: &mut Desk<'_>, request: AddTag) -> Result<Empty, Refusal> {
    let (openids, tag) = (request.openid_list, request.tagid);
    check_members(desk, &openids, tag)?;
    let most = desk.account()?.rules.tags.of_a_follower;
    let account = desk.account()?.id.clone();
    let full = |openid: &&OpenId| {
        let person = desk.world.person(&account, openid);
        person.is_some_and(|person| !person.tags.contains(&tag) && person.tags.len() >= most)
    };
    if openids.iter().any(|openid| full(&openid)) {
        return Err(Refusal::code(TOO_MANY_OF_ONE));
    }
    for openid in &openids {
        if let Some(person) = desk.world.person_mut(&account, openid)
            && !person.tags.contains(&tag)
        {
            person.tags.push(tag);
        }
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn remove(desk: &mut Desk<'_>, request: RemoveTag) -> Result<Empty, Refusal> {
    let (openids, tag) = (request.openid_list, request.tagid);
    check_members(desk, &openids, tag)?;
    let account = desk.account()?.id.clone();
    for openid in &openids {
        if let Some(person) = desk.world.person_mut(&account, openid) {
            person.tags.retain(|has| *has != tag);
        }
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(super) fn of_user(desk: &mut Desk<'_>, request: GetTagsOfUser) -> Result<TagIds, Refusal> {
    Ok(TagIds::new(follower(desk, &request.openid)?.tags.clone()))
}

/// Whether the list is one that a call may have, of followers, and the tag is there.
fn check_members(desk: &Desk<'_>, openids: &[OpenId], tag: u64) -> Result<(), Refusal> {
    let account = desk.account()?;
    if openids.is_empty() || openids.len() > account.rules.tags.batch {
        return Err(Refusal::code(BAD_LIST));
    }
    known(&account.tags, tag)?;
    openids.iter().try_for_each(|openid| follower(desk, openid).map(drop))
}

fn follower<'d>(desk: &'d Desk<'_>, openid: &OpenId) -> Result<&'d PersonState, Refusal> {
    let person = desk.world.person(&desk.account()?.id, openid);
    let person = person.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    if person.following { Ok(person) } else { Err(Refusal::code(NOT_A_FOLLOWER)) }
}

fn known(tags: &Tags, id: u64) -> Result<(), Refusal> {
    if tags.has(id) { Ok(()) } else { Err(Refusal::code(NO_SUCH_TAG)) }
}

/// Nobody changes the platform's own tags.
fn own(id: u64) -> Result<(), Refusal> {
    if Tags::is_platforms(id) { Err(Refusal::code(PLATFORMS_TAG)) } else { Ok(()) }
}

/// Whether a tag may be called so; `of` is the tag that is to have the name.
fn check_name(tags: &Tags, rules: &TagRules, name: &str, of: Option<u64>) -> Result<(), Refusal> {
    if name.chars().count() > rules.name_chars {
        return Err(Refusal::code(LONG_NAME));
    }
    let taken = tags.named(name).is_some_and(|id| Some(id) != of);
    if name.trim().is_empty() || taken { Err(Refusal::code(BAD_NAME)) } else { Ok(()) }
}
