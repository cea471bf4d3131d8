//! What was measured.

use std::{collections::HashMap, time::Duration};

use crate::{
    contenders::{self, Contender},
    measure::{Memory, Sample},
    work::Work,
};

/// The samples of all servers.
#[derive(Debug, Default)]
pub struct Results {
    samples: HashMap<(&'static str, Work), Vec<Sample>>,
    memory: HashMap<&'static str, Memory>,
    /// What could not be measured, and why.
    pub failures: Vec<(String, String)>,
}

/// The medians of the samples of one server and one kind of work.
#[derive(Debug, Clone, Copy)]
pub struct Medians {
    /// Processor time per request, in microseconds.
    pub cpu_us: f64,
    /// Requests a second.
    pub rate: f64,
    /// The 99th percentile of the latency, in milliseconds.
    pub p99_ms: f64,
    /// How far the samples of the processor time are apart, relative to the median.
    pub spread: f64,
}

impl Results {
    /// Adds a sample.
    pub fn add(&mut self, contender: &Contender, work: Work, sample: Sample) {
        self.samples.entry((contender.name, work)).or_default().push(sample);
    }

    /// Notes that something could not be measured; the same only once.
    pub fn fail(&mut self, contender: &Contender, what: &str, why: &str) {
        let failure = (format!("{} ({what})", contender.title), why.to_owned());
        if !self.failures.contains(&failure) {
            self.failures.push(failure);
        }
    }

    /// Sets the memory of a server.
    pub fn set_memory(&mut self, contender: &Contender, memory: Memory) {
        self.memory.insert(contender.name, memory);
    }

    /// The memory of a server.
    pub fn memory(&self, name: &str) -> Option<Memory> {
        self.memory.get(name).copied()
    }

    /// The medians of a server.
    pub fn medians(&self, name: &str, work: Work) -> Option<Medians> {
        let contender = contenders::ALL.iter().find(|contender| contender.name == name)?;
        let samples = self.samples.get(&(contender.name, work))?;
        let cpu = sorted(samples, |sample| sample.cpu.as_secs_f64() * 1e6);
        let cpu_us = median(&cpu);
        Some(Medians {
            cpu_us,
            rate: median(&sorted(samples, |sample| sample.rate)),
            p99_ms: median(&sorted(samples, |sample| sample.p99.as_secs_f64() * 1e3)),
            spread: (cpu.last()? - cpu.first()?) / cpu_us,
        })
    }

    /// The median time from the start of a server to its first answer, over all kinds of work.
    pub fn start(&self, name: &str) -> Option<Duration> {
        let samples: Vec<Sample> = self
            .samples
            .iter()
            .filter(|((contender, _), _)| *contender == name)
            .flat_map(|(_, samples)| samples.iter().copied())
            .collect();
        let starts = sorted(&samples, |sample| sample.start.as_secs_f64());
        (!starts.is_empty()).then(|| Duration::from_secs_f64(median(&starts)))
    }
}

fn sorted(samples: &[Sample], figure: impl Fn(&Sample) -> f64) -> Vec<f64> {
    let mut figures: Vec<f64> = samples.iter().map(figure).collect();
    figures.sort_unstable_by(f64::total_cmp);
    figures
}

/// The median of sorted figures; `NaN` if there are none.
pub fn median(figures: &[f64]) -> f64 {
    let middle = figures.len() / 2;
    match (figures.len() % 2, figures.get(middle)) {
        (0, Some(upper)) => (figures[middle - 1] + upper) / 2.0,
        (_, Some(figure)) => *figure,
        (_, None) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[1.0, 2.0, 9.0]), 2.0);
        assert_eq!(median(&[1.0, 2.0, 4.0, 9.0]), 3.0);
        assert!(median(&[]).is_nan());
    }
}
