//! A program that is measured: its processor time and its memory, with all its child processes.

use std::{
    collections::HashMap,
    fs::{self, File},
    io,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

/// How long a program may take to stop before it is killed.
const GRACE: Duration = Duration::from_secs(3);

/// A running program. It is stopped when this is dropped, with its child processes.
#[derive(Debug)]
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program. What it prints goes to the file `log`.
    ///
    /// # Errors
    /// If it does not start.
    pub fn start(mut command: Command, log: &Path) -> io::Result<Self> {
        let output = File::create(log)?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        Ok(Self { child: command.process_group(0).spawn()? })
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The processor time it has used so far, in user and kernel mode.
    pub fn cpu(&self) -> Duration {
        let ticks: u64 = self.tree().iter().map(|entry| entry.ticks).sum();
        Duration::from_secs_f64(ticks as f64 / rustix::param::clock_ticks_per_second() as f64)
    }

    /// Its resident memory, in bytes. Pages that processes share are counted in each.
    pub fn resident(&self) -> u64 {
        self.tree().iter().map(|entry| entry.resident).sum()
    }

    /// Its entries in `/proc`, and those of its descendants.
    fn tree(&self) -> Vec<Entry> {
        let mut children: HashMap<u32, Vec<Entry>> = HashMap::new();
        let mut found = Vec::new();
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        for entry in entries.filter_map(|entry| Entry::read(&entry.path())) {
            if entry.id == self.child.id() {
                found.push(entry);
            } else {
                children.entry(entry.parent).or_default().push(entry);
            }
        }
        let mut next = 0;
        while let Some(entry) = found.get(next) {
            found.extend(children.remove(&entry.id).unwrap_or_default());
            next += 1;
        }
        found
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) else {
            return;
        };
        // It may have ended already.
        let _ = kill_process_group(group, Signal::TERM);
        let until = Instant::now() + GRACE;
        while Instant::now() < until && !self.has_ended() {
            thread::sleep(Duration::from_millis(5));
        }
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.child.wait();
    }
}

/// What `/proc` says about a process.
struct Entry {
    id: u32,
    parent: u32,
    /// Processor time in clock ticks, with that of children that have ended.
    ticks: u64,
    /// Resident memory in bytes.
    resident: u64,
}

impl Entry {
    fn read(path: &Path) -> Option<Self> {
        let id = path.file_name()?.to_str()?.parse().ok()?;
        let stat = fs::read_to_string(path.join("stat")).ok()?;
        // The name of the program may contain anything, also spaces and parentheses.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let number = |index: usize| fields.get(index)?.parse::<u64>().ok();
        let status = fs::read_to_string(path.join("status")).ok()?;
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = resident.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        Some(Self {
            id,
            parent: fields.get(1)?.parse().ok()?,
            ticks: number(11)? + number(12)? + number(13)? + number(14)?,
            resident: kib.unwrap_or(0) * 1024,
        })
    }
}
