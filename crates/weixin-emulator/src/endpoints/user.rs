//! Followers of an Official Account.

use weixin_api::ErrCode;
use weixin_official::user::{
    BatchGetUserInfo, FollowerIds, Followers, GetFollowers, GetUserInfo, Language, UserInfo,
    UserInfoList,
};
use weixin_protocol::OpenId;

use super::{Desk, Refusal};

/// How many users one call may ask for.
const BATCH: usize = 100;

/// How many followers stand on a page.
const PAGE: usize = 10_000;

pub(super) fn info(desk: &mut Desk<'_>, request: GetUserInfo) -> Result<UserInfo, Refusal> {
    of(desk, &request.openid)
}

pub(super) fn batch_info(
    desk: &mut Desk<'_>,
    request: BatchGetUserInfo,
) -> Result<UserInfoList, Refusal> {
    if request.user_list.is_empty() || request.user_list.len() > BATCH {
        return Err(Refusal::code(40032));
    }
    let users: Result<Vec<_>, _> =
        request.user_list.iter().map(|query| of(desk, &query.openid)).collect();
    Ok(UserInfoList::new(users?))
}

fn of(desk: &Desk<'_>, openid: &OpenId) -> Result<UserInfo, Refusal> {
    let account = desk.account()?;
    let person = desk.world.person(&account.id, openid);
    let person = person.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    let info = UserInfo::new(person.following, openid);
    if !person.following {
        return Ok(info);
    }
    let info = info
        .language(Language::SimplifiedChinese)
        .subscribe_time(person.since)
        .remark("")
        .groupid(0_u64)
        .tagid_list(Vec::new());
    Ok(match &person.scene {
        Some(scene) => info.subscribe_scene("ADD_SCENE_QR_CODE").qr_scene_str(scene.as_str()),
        None => info.subscribe_scene("ADD_SCENE_SEARCH").qr_scene_str(""),
    })
}

pub(super) fn followers(desk: &mut Desk<'_>, request: GetFollowers) -> Result<Followers, Refusal> {
    let account = desk.account()?;
    let all: Vec<&OpenId> = desk
        .world
        .people_of(&account.id)
        .filter(|person| person.following)
        .map(|person| &person.id)
        .collect();
    let after = request.next_openid.filter(|openid| !openid.is_empty());
    let start = match after {
        None => 0,
        Some(openid) => {
            let at = all.iter().position(|id| **id == openid);
            at.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))? + 1
        }
    };
    let page: Vec<OpenId> = all.iter().skip(start).take(PAGE).copied().cloned().collect();
    let last = page.last().cloned().unwrap_or_default();
    let mut followers = Followers::new(all.len() as u64, page.len() as u64);
    followers.next_openid = last;
    followers.data = (!page.is_empty()).then(|| FollowerIds::new(page));
    Ok(followers)
}
