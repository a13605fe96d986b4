//! Several documents at once: one thread reads, some work, and the answers come out in order.
//!
//! Whatever the input's length, only a few documents are held at a time.

use crate::answer::{Answer, answer};
use crate::args::Request;
use crate::engine::Engine;
use crate::input::{self, Enough, Item};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How many documents for each worker are read ahead.
const AHEAD: usize = 4;

/// An item with the place where its answer is waited for.
type Work = (Item, Sender<Answer>);

/// The answers to everything that `request` asks for, in order.
pub(crate) struct Answers(Receiver<Receiver<Answer>>);

/// Starts to read and to work. The threads end with the input, or when the answers are dropped; nobody
/// waits for them, as one may be waiting for input that never comes.
pub(crate) fn start(request: &Arc<Request>, engine: &Arc<Engine>) -> Answers {
    let ahead = AHEAD * usize::from(request.jobs);
    let (work, workers) = sync_channel::<Work>(ahead);
    let (places, answers) = sync_channel(ahead);
    let workers = Arc::new(Mutex::new(workers));
    for _ in 0..request.jobs {
        let (request, engine, workers) = (Arc::clone(request), Arc::clone(engine), Arc::clone(&workers));
        thread::spawn(move || serve(&request, &engine, &workers));
    }
    let request = Arc::clone(request);
    thread::spawn(move || input::read(&request, |item| hand_over(item, &work, &places)));
    Answers(answers)
}

/// Sends an item to whichever worker is free, and the place of its answer to the one who writes.
fn hand_over(
    item: Item,
    work: &SyncSender<Work>,
    places: &SyncSender<Receiver<Answer>>,
) -> Result<(), Enough> {
    let (to, place) = channel();
    places.send(place).map_err(|_| Enough)?;
    work.send((item, to)).map_err(|_| Enough)
}

fn serve(request: &Request, engine: &Engine, work: &Mutex<Receiver<Work>>) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, place)) = next else { return };
        // Nobody waits for it where writing has failed.
        let _ = place.send(answer(request, engine, item));
    }
}

impl Answers {
    /// The next answer; `None` behind the last. Where it is not there yet, `idle` is called before the wait.
    pub(crate) fn next<E>(&self, mut idle: impl FnMut() -> Result<(), E>) -> Result<Option<Answer>, E> {
        let Some(place) = patiently(&self.0, &mut idle)? else { return Ok(None) };
        patiently(&place, &mut idle)
    }
}

/// What comes next through a channel; `None` where nothing more will.
fn patiently<T, E>(channel: &Receiver<T>, idle: &mut impl FnMut() -> Result<(), E>) -> Result<Option<T>, E> {
    match channel.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            idle()?;
            Ok(channel.recv().ok())
        }
    }
}
