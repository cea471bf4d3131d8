//! Tags and remarks of followers.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use axum::http::Method;
use common::{call, connect_silent, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator, Person};

/// An Official Account and its API.
struct Console {
    platform: Emulator,
    account: Account,
    token: String,
}

impl Console {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        let token = token(&platform, &account).await;
        Self { platform, account, token }
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let path = format!("/cgi-bin/{path}?access_token={}", self.token);
        call(&self.platform, Method::POST, &path, Some(body)).await
    }

    async fn create(&self, name: &str) -> Value {
        self.post("tags/create", json!({ "tag": { "name": name } })).await
    }

    async fn tag(&self, tag: &Value, people: &[&Person]) -> i64 {
        let ids: Vec<_> = people.iter().map(|person| person.id()).collect();
        let body = json!({ "openid_list": ids, "tagid": tag });
        errcode(&self.post("tags/members/batchtagging", body).await)
    }

    async fn tags(&self) -> Value {
        let path = format!("/cgi-bin/tags/get?access_token={}", self.token);
        call(&self.platform, Method::GET, &path, None).await["tags"].clone()
    }

    async fn user(&self, person: &Person) -> Value {
        let path = "/cgi-bin/user/info?access_token=";
        let path = format!("{path}{}&openid={}", self.token, person.id());
        call(&self.platform, Method::GET, &path, None).await
    }
}

#[tokio::test]
async fn followers_can_be_tagged() {
    let console = Console::open().await;
    let (ann, bob) = (console.account.follower("ann"), console.account.follower("bob"));
    let made = console.create("常客").await;
    let id = &made["tag"]["id"];
    assert_eq!(made["tag"]["name"], "常客");
    assert_eq!(console.tag(id, &[&ann, &bob]).await, 0);
    assert_eq!(console.tag(id, &[&ann]).await, 0);
    let counted = json!([
        { "id": 2, "name": "星标组", "count": 0 },
        { "id": id, "name": "常客", "count": 2 },
    ]);
    assert_eq!(console.tags().await, counted);
    let info = console.user(&ann).await;
    assert_eq!((&info["tagid_list"], &info["groupid"]), (&json!([id]), id));
    let of = json!({ "openid": ann.id() });
    assert_eq!(console.post("tags/getidlist", of).await, json!({ "tagid_list": [id] }));
    let who = console.post("user/tag/get", json!({ "tagid": id })).await;
    assert_eq!((&who["count"], &who["data"]["openid"]), (&json!(2), &json!([ann.id(), bob.id()])));
    let rest = console.post("user/tag/get", json!({ "tagid": id, "next_openid": bob.id() })).await;
    assert_eq!(rest, json!({ "count": 0 }));

    let untag = json!({ "openid_list": [bob.id()], "tagid": id });
    assert_eq!(errcode(&console.post("tags/members/batchuntagging", untag).await), 0);
    let renamed = json!({ "tag": { "id": id, "name": "老友" } });
    assert_eq!(errcode(&console.post("tags/update", renamed).await), 0);
    assert_eq!(console.tags().await[1], json!({ "id": id, "name": "老友", "count": 1 }));
    // Former followers are not counted and cannot be tagged.
    connect_silent(&console.account).await;
    ann.unfollows().await;
    assert_eq!(console.tags().await[1]["count"], 0);
    assert_eq!(console.tag(id, &[&ann]).await, 50005);
    ann.follows().await;
    assert_eq!(errcode(&console.post("tags/delete", json!({ "tag": { "id": id } })).await), 0);
    assert_eq!(console.user(&ann).await["tagid_list"], json!([]));
    assert_eq!(errcode(&console.post("user/tag/get", json!({ "tagid": id })).await), 45159);
}

#[tokio::test]
async fn tag_names_are_validated() {
    let console = Console::open().await;
    let id = console.create("a").await["tag"]["id"].clone();
    console.create("b").await;
    for (name, code) in [
        ("a", 45157),
        ("", 45157),
        ("星标组", 45157),
        (&"字".repeat(31), 45158),
        (&"字".repeat(30), 0),
    ] {
        assert_eq!(errcode(&console.create(name).await), code, "{name}");
    }
    for (id, name, code) in [
        (&id, "b", 45157),
        (&id, "a", 0),
        (&json!(2), "c", 45058),
        (&json!(0), "c", 45058),
        (&json!(999), "c", 45159),
    ] {
        let body = json!({ "tag": { "id": id, "name": name } });
        assert_eq!(errcode(&console.post("tags/update", body).await), code, "{id} {name}");
    }
    for (id, code) in [(1, 45058), (999, 45159)] {
        let body = json!({ "tag": { "id": id } });
        assert_eq!(errcode(&console.post("tags/delete", body).await), code, "{id}");
    }
}

#[tokio::test]
async fn the_number_of_tags_is_limited() {
    let console = Console::open().await;
    let ann = console.account.follower("ann");
    let mut ids = Vec::new();
    for number in 0..100 {
        ids.push(console.create(&format!("tag {number}")).await["tag"]["id"].clone());
    }
    assert_eq!(errcode(&console.create("one more").await), 45056);
    for id in &ids[..20] {
        assert_eq!(console.tag(id, &[&ann]).await, 0);
    }
    assert_eq!(console.tag(&ids[20], &[&ann]).await, 45059);
    // A tag that a follower already has does not count again.
    assert_eq!(console.tag(&ids[0], &[&ann]).await, 0);

    let crowd: Vec<_> =
        (0..51).map(|number| console.account.follower(&format!("p{number}"))).collect();
    let crowd: Vec<_> = crowd.iter().collect();
    assert_eq!(console.tag(&ids[0], &crowd).await, 40032);
    assert_eq!(console.tag(&ids[0], &[]).await, 40032);
    assert_eq!(console.tag(&ids[0], &crowd[..50]).await, 0);
    assert_eq!(console.tag(&json!(999), &crowd[..1]).await, 45159);
    let stranger = json!({ "openid_list": ["nobody"], "tagid": ids[0] });
    assert_eq!(errcode(&console.post("tags/members/batchtagging", stranger).await), 40003);

    let account = console.account.clone().rules(|rules| {
        rules.tags.followers_to_delete = 50;
        rules.page_size = 20;
    });
    let delete = json!({ "tag": { "id": ids[0] } });
    assert_eq!(errcode(&console.post("tags/delete", delete.clone()).await), 45057);
    let mut seen = Vec::new();
    let mut page = console.post("user/tag/get", json!({ "tagid": ids[0] })).await;
    while let Some(openids) = page["data"]["openid"].as_array() {
        assert!(openids.len() <= 20);
        seen.extend(openids.clone());
        let next = json!({ "tagid": ids[0], "next_openid": page["next_openid"] });
        page = console.post("user/tag/get", next).await;
    }
    assert_eq!(seen.len(), 51);
    account.rules(|rules| rules.tags.followers_to_delete = 51);
    assert_eq!(errcode(&console.post("tags/delete", delete).await), 0);
}

#[tokio::test]
async fn remarks_can_be_set_and_read() {
    let console = Console::open().await;
    let (ann, bob) = (console.account.follower("ann"), console.account.person("bob"));
    for (person, remark, code) in
        [(&ann, "五号桌", 0), (&ann, &*"字".repeat(31), 40092), (&bob, "new", 43004)]
    {
        let body = json!({ "openid": person.id(), "remark": remark });
        assert_eq!(errcode(&console.post("user/info/updateremark", body).await), code, "{remark}");
    }
    assert_eq!(console.user(&ann).await["remark"], "五号桌");
}
