//! `interop/peer.py`: wechatpy as a library, asked line by line.

use std::{path::Path, process::Stdio};

use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

use crate::{extras, patience::patiently};

/// A Python process with wechatpy in it. It ends when this is dropped.
#[derive(Debug)]
pub struct Peer {
    _child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

/// What wechatpy raised.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Raised {
    /// The class of the exception.
    pub name: String,
    /// Its `errcode`, if it has one.
    pub code: Option<i64>,
    /// Its text.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Ok(Value),
    Error(Raised),
}

impl Peer {
    /// Starts it.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(python: &Path) -> Self {
        let mut child = Command::new(python)
            .arg(extras::repository("interop/peer.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", python.display()));
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (Some(input), Some(output)) = (input, output) else { unreachable!("both are piped") };
        Self { _child: child, input, output: BufReader::new(output).lines() }
    }

    /// Has wechatpy do something; `interop/README.md` lists what.
    ///
    /// # Errors
    /// What wechatpy raised.
    ///
    /// # Panics
    /// If no answer comes.
    pub async fn ask(&mut self, request: Value) -> Result<Value, Raised> {
        let asking = async {
            self.input.write_all(format!("{request}\n").as_bytes()).await?;
            self.input.flush().await?;
            self.output.next_line().await
        };
        let line = patiently("wechatpy's answer", asking).await;
        let line = line.ok().flatten().expect("the peer has ended; its complaint is above");
        match serde_json::from_str(&line) {
            Ok(Answer::Ok(value)) => Ok(value),
            Ok(Answer::Error(raised)) => Err(raised),
            Err(error) => panic!("the peer wrote {line:?}: {error}"),
        }
    }

    /// As [`ask`](Self::ask), where the answer is a text and nothing may be raised.
    ///
    /// # Panics
    /// If something is raised, or the answer is no text.
    pub async fn text(&mut self, request: Value) -> String {
        match self.ask(request).await {
            Ok(Value::String(text)) => text,
            other => panic!("wechatpy answered {other:?}"),
        }
    }
}
