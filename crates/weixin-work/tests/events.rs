//! What apps, suites and providers are told: read, written and read again.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_protocol::{AgentId, Header, Inbound, InboundMessage, InboundVisitor, Product};
use weixin_work::{
    agent::{AgentEntered, AppMailChanged},
    batch::JobFinished,
    corp_group::{AgentShareChanged, ChainChanged},
    department::{DepartmentCreated, DepartmentDeleted},
    ids::{DepartmentId, TagId},
    license::{ActiveCode, LicenseAutoActivated},
    provider_customer::CorpRegistered,
    suite::{AuthChanged, SuiteTicket},
    suite_order::EditionChanged,
    tag::TagUpdated,
    template_card::TemplateCardEvent,
    user::{UserCreated, UserDeleted, UserUpdated},
};

/// Reads a push, and again what is written of it.
fn round_trip<T: InboundMessage + PartialEq>(body: &str) -> (T, Inbound) {
    let push = Inbound::parse(&format!("<xml>{body}</xml>")).unwrap();
    assert!(push.is::<T>(), "{} is none", push.kind());
    let message: T = push.read().unwrap();
    let written = Inbound::of(push.header(), &message, push.format()).write(push.format());
    let back = Inbound::parse(&written).unwrap();
    assert_eq!(back.read::<T>().unwrap(), message, "{written}");
    assert_eq!(back.kind(), push.kind());
    (message, back)
}

#[test]
fn members_are_told_of_as_events_and_as_notices() {
    let (event, _) = round_trip::<UserUpdated>(
        "<ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>7</CreateTime>\
         <MsgType>event</MsgType><Event>change_contact</Event><ChangeType>update_user</ChangeType>\
         <UserID>ann</UserID><NewUserID>anna</NewUserID><Department>1,2</Department>\
         <ExtAttr><Item><Name>n</Name><Type>0</Type><Text><Value>v</Value></Text></Item>\
         <Item><Name>l</Name><Type>1</Type><Web><Title>t</Title><Url>u</Url></Web></Item></ExtAttr>",
    );
    assert_eq!(event.header.created, 7);
    assert_eq!(event.new_user_id.unwrap().as_str(), "anna");
    assert_eq!(event.department.as_deref(), Some("1,2"));
    let fields = event.ext_attr;
    assert_eq!(fields[1].web.as_ref().unwrap().url, "u");
    let (notice, written) = round_trip::<UserCreated>(
        "<SuiteId>tj1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>change_contact</InfoType>\
         <TimeStamp>8</TimeStamp><ChangeType>create_user</ChangeType><UserID>ann</UserID>",
    );
    assert_eq!(notice.auth_corp_id.unwrap().as_str(), "ww2");
    assert_eq!(
        (written.fields().text("TimeStamp"), written.fields().text("Event")),
        (Some("8"), None)
    );
    // One kind of change is not read as another.
    let push = Inbound::parse(
        "<xml><Event>change_contact</Event><ChangeType>delete_user</ChangeType><UserID>a</UserID></xml>",
    )
    .unwrap();
    assert!(push.is::<UserDeleted>() && !push.is::<UserCreated>() && !push.is::<TagUpdated>());
}

#[test]
fn departments_tags_and_jobs() {
    let head =
        "<FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>change_contact</Event>";
    let (made, _) = round_trip::<DepartmentCreated>(&format!(
        "{head}<ChangeType>create_party</ChangeType><Id>2</Id><Name>n</Name><ParentId>1</ParentId>\
         <Order>9</Order>"
    ));
    assert_eq!(
        (made.id, made.parent_id, made.order),
        (DepartmentId::new(2), Some(DepartmentId::new(1)), Some(9))
    );
    let (gone, _) = round_trip::<DepartmentDeleted>(&format!(
        "{head}<ChangeType>delete_party</ChangeType><Id>2</Id>"
    ));
    assert_eq!(gone.id, 2);
    let (tag, _) = round_trip::<TagUpdated>(&format!(
        "{head}<ChangeType>update_tag</ChangeType><TagId>5</TagId><AddUserItems>a,b</AddUserItems>"
    ));
    assert_eq!((tag.tag_id, tag.add_user_items.as_deref()), (TagId::new(5), Some("a,b")));
    let (job, _) = round_trip::<JobFinished>(
        "<MsgType>event</MsgType><Event>batch_job_result</Event><BatchJob><JobId>J</JobId>\
         <JobType>sync_user</JobType><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg></BatchJob>",
    );
    assert_eq!((job.batch_job.job_id.as_str(), job.batch_job.err_code), ("J", Some(0)));
}

#[test]
fn what_was_chosen_on_a_card_is_read_in_both_spellings() {
    for (ids, id) in [("OptionIds", "OptionId"), ("OpitonIds", "OpitonId")] {
        let (card, _) = round_trip::<TemplateCardEvent>(&format!(
            "<FromUserName>ann</FromUserName><MsgType>event</MsgType><Event>template_card_event</Event>\
             <TaskId>T</TaskId><SelectedItems><SelectedItem><QuestionKey>q</QuestionKey>\
             <{ids}><{id}>1</{id}><{id}>2</{id}></{ids}></SelectedItem></SelectedItems>"
        ));
        let chosen = &card.selected_items.unwrap().selected_item[0];
        assert_eq!(
            (chosen.question_key.as_str(), chosen.options()),
            ("q", &["1".into(), "2".into()][..])
        );
    }
}

#[test]
fn apps_are_told_of_themselves() {
    let (entered, _) = round_trip::<AgentEntered>(
        "<FromUserName>ann</FromUserName><MsgType>event</MsgType><Event>enter_agent</Event>\
         <EventKey></EventKey><AgentID>3</AgentID>",
    );
    assert_eq!((entered.header.from.as_str(), entered.header.agent_id), ("ann", Some(3)));
    let (mail, written) = round_trip::<AppMailChanged>(
        "<MsgType>event</MsgType><Event>app_email_change</Event>\
         <ChangeType>receive_email</ChangeType><Amount>2</Amount>",
    );
    assert_eq!(mail.amount, Some(2));
    assert_eq!(written.fields().text("ChangeType"), Some("receive_email"));
    let (chain, _) = round_trip::<ChainChanged>(
        "<MsgType>event</MsgType><Event>change_chain</Event><ChangeType>create_chain</ChangeType>\
         <ChainId>C</ChainId><GroupIds><GroupId>1</GroupId><GroupId>2</GroupId></GroupIds>\
         <CorpIds><CorpId>ww2</CorpId></CorpIds>",
    );
    assert_eq!(chain.group_ids.unwrap().group_id, [1, 2]);
    let (share, _) = round_trip::<AgentShareChanged>(
        "<SuiteId>tj1</SuiteId><InfoType>share_agent_change</InfoType><TimeStamp>8</TimeStamp>\
         <CorpId>ww1</CorpId><AgentId>5</AgentId>",
    );
    assert_eq!((share.agent_id, share.header.created), (Some(AgentId::new(5)), 8));
}

#[test]
fn suites_and_providers_are_told_by_notices() {
    let (ticket, _) = round_trip::<SuiteTicket>(
        "<SuiteId>tj1</SuiteId><InfoType>suite_ticket</InfoType><TimeStamp>1</TimeStamp>\
         <SuiteTicket>secret-ticket</SuiteTicket>",
    );
    assert_eq!(ticket.suite_ticket.expose(), "secret-ticket");
    assert!(!format!("{ticket:?}").contains("secret-ticket"));
    let (auth, _) = round_trip::<AuthChanged>(
        "<SuiteId>tj1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>change_auth</InfoType>\
         <TimeStamp>1</TimeStamp><ExtraInfo><AuthOpenKfIdList><OpenKfId>k1</OpenKfId>\
         <OpenKfId>k2</OpenKfId></AuthOpenKfIdList></ExtraInfo>",
    );
    assert_eq!(auth.extra_info.unwrap().auth_open_kf_id_list, ["k1", "k2"]);
    let (edition, _) = round_trip::<EditionChanged>(
        "<SuiteId>tj1</SuiteId><PaidCorpId>ww2</PaidCorpId><InfoType>change_editon</InfoType>\
         <TimeStamp>1</TimeStamp>",
    );
    assert_eq!(edition.paid_corp_id.as_str(), "ww2");
    let (corp, _) = round_trip::<CorpRegistered>(
        "<ServiceCorpId>ww9</ServiceCorpId><InfoType>register_corp</InfoType><TimeStamp>1</TimeStamp>\
         <RegisterCode>R</RegisterCode><AuthCorpId>ww2</AuthCorpId><ContactSync>\
         <AccessToken>t</AccessToken><ExpiresIn>1800</ExpiresIn></ContactSync>",
    );
    assert_eq!(corp.contact_sync.unwrap().access_token.expose(), "t");
    let (licences, _) = round_trip::<LicenseAutoActivated>(
        "<ServiceCorpId>ww9</ServiceCorpId><InfoType>auto_activate</InfoType><TimeStamp>1</TimeStamp>\
         <AuthCorpId>ww2</AuthCorpId><Scene>1</Scene><AccountList><ActiveCode>A</ActiveCode>\
         <Type>1</Type></AccountList><AccountList><ActiveCode>B</ActiveCode></AccountList>",
    );
    assert_eq!(licences.account_list[1].active_code, Some(ActiveCode::new("B")));
}

/// Everything that is declared is of WeCom, is told apart from everything else, and says so.
#[derive(Default)]
struct Declared(Vec<String>);

impl InboundVisitor for Declared {
    fn visit<T: InboundMessage>(&mut self) {
        assert_eq!(T::SCOPE, [Product::Work], "{}", T::SELECTOR);
        assert!(T::FIELDS.iter().all(|field| !field.doc.is_empty()), "{}", T::SELECTOR);
        let selector = T::SELECTOR.to_string();
        assert!(!self.0.contains(&selector), "{selector} is there twice");
        self.0.push(selector);
    }
}

#[test]
fn every_event_is_declared_once() {
    let mut declared = Declared::default();
    weixin_work::visit_messages(&mut declared);
    assert!(declared.0.contains(&"event change_contact/update_tag".to_owned()));
    // A header is all that some of them need.
    let push = Inbound::of(
        &Header::new("ann", "ww1", 1),
        &AgentEntered::new(Header::new("ann", "ww1", 1)),
        weixin_protocol::Format::Xml,
    );
    assert!(push.is::<AgentEntered>());
}
