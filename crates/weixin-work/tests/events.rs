//! What apps, suites and providers are told: read, written and read again.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_protocol::{AgentId, Header, Inbound, InboundMessage, InboundVisitor, Product};
use weixin_wire_tests::{irregular_push, push};
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

/// Reads a push of these fields, and writes it again.
#[track_caller]
fn read<T: InboundMessage + PartialEq>(fields: &str) -> T {
    push(&format!("<xml>{fields}</xml>"))
}

#[test]
fn an_app_is_told_of_a_changed_member() {
    let event = read::<UserUpdated>(
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
}

#[test]
fn a_suite_is_told_of_a_new_member() {
    let notice = read::<UserCreated>(
        "<SuiteId>tj1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>change_contact</InfoType>\
         <TimeStamp>8</TimeStamp><ChangeType>create_user</ChangeType><UserID>ann</UserID>",
    );
    assert_eq!(notice.auth_corp_id.unwrap().as_str(), "ww2");
}

#[test]
fn one_kind_of_change_is_not_read_as_another() {
    // One kind of change is not read as another.
    let push = Inbound::parse(
        "<xml><Event>change_contact</Event><ChangeType>delete_user</ChangeType><UserID>a</UserID></xml>",
    )
    .unwrap();
    assert!(push.is::<UserDeleted>() && !push.is::<UserCreated>() && !push.is::<TagUpdated>());
}

#[test]
fn a_department_was_created() {
    let head =
        "<FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>change_contact</Event>";
    let made = read::<DepartmentCreated>(&format!(
        "{head}<ChangeType>create_party</ChangeType><Id>2</Id><Name>n</Name><ParentId>1</ParentId>\
         <Order>9</Order>"
    ));
    assert_eq!(
        (made.id, made.parent_id, made.order),
        (DepartmentId::new(2), Some(DepartmentId::new(1)), Some(9))
    );
}

#[test]
fn a_department_was_deleted() {
    let head =
        "<FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>change_contact</Event>";
    let gone = read::<DepartmentDeleted>(&format!(
        "{head}<ChangeType>delete_party</ChangeType><Id>2</Id>"
    ));
    assert_eq!(gone.id, 2);
}

#[test]
fn a_tag_was_given_to_members() {
    let head =
        "<FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>change_contact</Event>";
    let tag = read::<TagUpdated>(&format!(
        "{head}<ChangeType>update_tag</ChangeType><TagId>5</TagId><AddUserItems>a,b</AddUserItems>"
    ));
    assert_eq!((tag.tag_id, tag.add_user_items.as_deref()), (TagId::new(5), Some("a,b")));
}

#[test]
fn a_batch_job_is_finished() {
    let job = read::<JobFinished>(
        "<MsgType>event</MsgType><Event>batch_job_result</Event><BatchJob><JobId>J</JobId>\
         <JobType>sync_user</JobType><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg></BatchJob>",
    );
    assert_eq!((job.batch_job.job_id.as_str(), job.batch_job.err_code), ("J", Some(0)));
}

/// What was chosen on a card, in these fields.
const CHOSEN: &str = "<FromUserName>ann</FromUserName><MsgType>event</MsgType>\
    <Event>template_card_event</Event><TaskId>T</TaskId><SelectedItems><SelectedItem>\
    <QuestionKey>q</QuestionKey><OptionIds><OptionId>1</OptionId><OptionId>2</OptionId></OptionIds>\
    </SelectedItem></SelectedItems>";

#[test]
fn what_was_chosen_on_a_card_is_read() {
    let chosen = &read::<TemplateCardEvent>(CHOSEN).selected_items.unwrap().selected_item[0];
    assert_eq!(
        (chosen.question_key.as_str(), chosen.options()),
        ("q", &["1".into(), "2".into()][..])
    );
}

#[test]
fn what_was_chosen_on_a_card_is_read_in_the_other_spelling() {
    let misspelled = format!("<xml>{}</xml>", CHOSEN.replace("Option", "Opiton"));
    let chosen = irregular_push::<TemplateCardEvent>(&misspelled).selected_items.unwrap();
    assert_eq!(chosen.selected_item[0].options(), ["1", "2"]);
}

#[test]
fn a_member_opened_an_app() {
    let entered = read::<AgentEntered>(
        "<FromUserName>ann</FromUserName><MsgType>event</MsgType><Event>enter_agent</Event>\
         <EventKey></EventKey><AgentID>3</AgentID>",
    );
    assert_eq!((entered.header.from.as_str(), entered.header.agent_id), ("ann", Some(3)));
}

#[test]
fn an_app_received_mail() {
    let mail = read::<AppMailChanged>(
        "<MsgType>event</MsgType><Event>app_email_change</Event>\
         <ChangeType>receive_email</ChangeType><Amount>2</Amount>",
    );
    assert_eq!(mail.amount, Some(2));
}

#[test]
fn a_chain_was_created_with_groups_and_corporations() {
    let chain = read::<ChainChanged>(
        "<MsgType>event</MsgType><Event>change_chain</Event><ChangeType>create_chain</ChangeType>\
         <ChainId>C</ChainId><GroupIds><GroupId>1</GroupId><GroupId>2</GroupId></GroupIds>\
         <CorpIds><CorpId>ww2</CorpId></CorpIds>",
    );
    assert_eq!(chain.group_ids.unwrap().group_id, [1, 2]);
}

#[test]
fn an_app_is_shared_with_a_corporation() {
    let share = read::<AgentShareChanged>(
        "<SuiteId>tj1</SuiteId><InfoType>share_agent_change</InfoType><TimeStamp>8</TimeStamp>\
         <CorpId>ww1</CorpId><AgentId>5</AgentId>",
    );
    assert_eq!((share.agent_id, share.header.created), (Some(AgentId::new(5)), 8));
}

#[test]
fn the_ticket_of_a_suite_is_a_secret() {
    let ticket = read::<SuiteTicket>(
        "<SuiteId>tj1</SuiteId><InfoType>suite_ticket</InfoType><TimeStamp>1</TimeStamp>\
         <SuiteTicket>secret-ticket</SuiteTicket>",
    );
    assert_eq!(ticket.suite_ticket.expose(), "secret-ticket");
    assert!(!format!("{ticket:?}").contains("secret-ticket"));
}

#[test]
fn a_changed_authorization_lists_accounts() {
    let auth = read::<AuthChanged>(
        "<SuiteId>tj1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>change_auth</InfoType>\
         <TimeStamp>1</TimeStamp><ExtraInfo><AuthOpenKfIdList><OpenKfId>k1</OpenKfId>\
         <OpenKfId>k2</OpenKfId></AuthOpenKfIdList></ExtraInfo>",
    );
    assert_eq!(auth.extra_info.unwrap().auth_open_kf_id_list, ["k1", "k2"]);
}

#[test]
fn a_corporation_changed_its_edition() {
    let edition = read::<EditionChanged>(
        "<SuiteId>tj1</SuiteId><PaidCorpId>ww2</PaidCorpId><InfoType>change_editon</InfoType>\
         <TimeStamp>1</TimeStamp>",
    );
    assert_eq!(edition.paid_corp_id.as_str(), "ww2");
}

#[test]
fn a_registered_corporation_brings_a_token_for_contacts() {
    let corp = read::<CorpRegistered>(
        "<ServiceCorpId>ww9</ServiceCorpId><InfoType>register_corp</InfoType><TimeStamp>1</TimeStamp>\
         <RegisterCode>R</RegisterCode><AuthCorpId>ww2</AuthCorpId><ContactSync>\
         <AccessToken>t</AccessToken><ExpiresIn>1800</ExpiresIn></ContactSync>",
    );
    assert_eq!(corp.contact_sync.unwrap().access_token.expose(), "t");
}

#[test]
fn licenses_were_activated_for_several_accounts() {
    let licences = read::<LicenseAutoActivated>(
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
