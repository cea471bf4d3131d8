//! Repeated rejections are summarized in the log.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use weixin::{
    bot::{RejectionLog, Rejections},
    emulator::VirtualClock,
};

type Lines = Arc<Mutex<Vec<String>>>;

fn log(clock: &VirtualClock) -> (RejectionLog<&'static str>, Lines) {
    let lines = Lines::default();
    let written = lines.clone();
    let report = move |Rejections { subject, reason, count, detail, .. }: Rejections<'_, _>| {
        let subject = subject.copied().unwrap_or("several");
        written.lock().unwrap().push(format!("{subject} {reason} {count}: {detail}"));
    };
    (RejectionLog::new(Arc::new(clock.clone()), report), lines)
}

fn take(lines: &Lines) -> Vec<String> {
    std::mem::take(&mut *lines.lock().unwrap())
}

#[tokio::test]
async fn the_first_rejection_is_reported_immediately_and_the_rest_together() {
    let clock = VirtualClock::default();
    let (log, lines) = log(&clock);
    for number in 0..1000 {
        log.note(&"ann", "signature", &format_args!("wrong\n{number}"));
    }
    log.note(&"ann", "query", &"twice");
    log.note(&"bob", "signature", &"wrong");
    let first = [r"ann signature 1: wrong\n0", "ann query 1: twice", "bob signature 1: wrong"];
    assert_eq!(take(&lines), first);
    clock.advance(Duration::from_millis(9999)).await;
    assert_eq!(take(&lines), [""; 0]);
    clock.advance(Duration::from_millis(1)).await;
    assert_eq!(take(&lines), [r"ann signature 999: wrong\n999"]);
    // If it continues, there is a line after each period.
    log.note(&"ann", "signature", &"again");
    log.note(&"ann", "signature", &"and again");
    assert_eq!(take(&lines), [""; 0]);
    clock.advance(log.period()).await;
    assert_eq!(take(&lines), ["ann signature 2: and again"]);
    // After a quiet period, the next one is reported immediately.
    clock.advance(log.period()).await;
    assert_eq!(take(&lines), [""; 0]);
    log.note(&"ann", "signature", &"once more");
    assert_eq!(take(&lines), ["ann signature 1: once more"]);
}

#[tokio::test]
async fn too_many_subjects_are_counted_together() {
    let clock = VirtualClock::default();
    let (log, lines) = log(&clock);
    let subjects: Vec<&'static str> =
        (0..2000).map(|number| &*Box::leak(format!("{number}").into_boxed_str())).collect();
    for subject in &subjects {
        log.note(subject, "path", &"none");
    }
    let written = take(&lines);
    assert_eq!(written.len(), 1025);
    assert_eq!(written[1024], "several path 1: none");
    clock.advance(log.period()).await;
    assert_eq!(take(&lines), ["several path 975: none"]);
    clock.advance(log.period()).await;
    log.note(&subjects[1999], "path", &"none");
    assert_eq!(take(&lines), ["1999 path 1: none"]);
}

#[test]
fn every_rejection_is_reported_outside_a_runtime() {
    let (log, lines) = log(&VirtualClock::default());
    log.note(&"ann", "signature", &"wrong");
    log.note(&"ann", "signature", &"wrong");
    assert_eq!(take(&lines).len(), 2);
}
