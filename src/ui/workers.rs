//! The programs that run beside the page (`src/workers`): each is loaded when it is first asked something, and does one
//! job after the other.

use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
};

use js_sys::{Array, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// A program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    /// Seals and opens files.
    Sealing,
    /// Estimates passphrases.
    Strength,
}

impl Program {
    /// Its name in `window.mentorbookWorkers`, where the build puts the addresses of the scripts.
    fn name(self) -> &'static str {
        match self {
            Self::Sealing => "sealing",
            Self::Strength => "strength",
        }
    }

    fn start(self) -> Option<Worker> {
        let window = web_sys::window()?;
        let all = Reflect::get(&window, &"mentorbookWorkers".into()).ok()?;
        let script = Reflect::get(&all, &self.name().into()).ok()?.as_string()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&script, &options).ok()
    }
}

/// What comes of a job.
pub enum Said<A> {
    /// Something before the last answer.
    Meanwhile(A),
    /// The last answer, with the bytes beside it.
    Done(A, Vec<u8>),
    /// The program could not be loaded, or has ended, such as for want of memory.
    Broken,
}

/// What is told of a job, as it came.
type Told = Box<dyn FnMut(Said<String>)>;

struct Running {
    worker: Worker,
    /// What is asked once it listens; none from then on.
    waiting: Option<Vec<Array>>,
    /// Who is told, in the order in which they asked.
    asked: VecDeque<Told>,
}

thread_local! {
    static RUNNING: RefCell<BTreeMap<Program, Running>> = const { RefCell::new(BTreeMap::new()) };
}

/// Asks for a job, with bytes beside it.
pub fn ask<A: DeserializeOwned>(
    program: Program,
    job: &impl Serialize,
    bytes: &[u8],
    mut told: impl FnMut(Said<A>) + 'static,
) {
    let read = |text: String| serde_json::from_str::<A>(&text).ok();
    let mut told: Told = Box::new(move |said| {
        told(match said {
            Said::Meanwhile(text) => read(text).map_or(Said::Broken, Said::Meanwhile),
            Said::Done(text, bytes) => read(text).map_or(Said::Broken, |it| Said::Done(it, bytes)),
            Said::Broken => Said::Broken,
        });
    });
    let text = serde_json::to_string(job).unwrap_or_default();
    let message = Array::of2(&text.into(), &Uint8Array::from(bytes));
    let runs = RUNNING.with_borrow(|all| all.contains_key(&program));
    if !runs {
        let Some(worker) = program.start() else { return told(Said::Broken) };
        listen(program, &worker);
        let running = Running { worker, waiting: Some(Vec::new()), asked: VecDeque::new() };
        RUNNING.with_borrow_mut(|all| all.insert(program, running));
    }
    RUNNING.with_borrow_mut(|all| {
        let Some(running) = all.get_mut(&program) else { return };
        running.asked.push_back(told);
        match &mut running.waiting {
            Some(waiting) => waiting.push(message),
            None => drop(running.worker.post_message(&message)),
        }
    });
}

/// Ends a program, with all it does; nobody is told any more. What it needed of memory is given back.
pub fn stop(program: Program) {
    if let Some(running) = RUNNING.with_borrow_mut(|all| all.remove(&program)) {
        running.worker.set_onmessage(None);
        running.worker.set_onerror(None);
        running.worker.terminate();
    }
}

fn listen(program: Program, worker: &Worker) {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(program, &event.data()));
    let broken = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        let asked = RUNNING.with_borrow_mut(|all| all.get_mut(&program).map(|it| std::mem::take(&mut it.asked)));
        stop(program);
        asked.into_iter().flatten().for_each(|mut told| told(Said::Broken));
    });
    // The browser lets go of both with the worker.
    worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(broken.into_js_value().unchecked_ref()));
}

fn hear(program: Program, message: &JsValue) {
    if message.is_null() {
        return RUNNING.with_borrow_mut(|all| {
            let Some(running) = all.get_mut(&program) else { return };
            let waiting = running.waiting.take().unwrap_or_default();
            waiting.iter().for_each(|message| drop(running.worker.post_message(message)));
        });
    }
    let message = Array::from(message);
    let text = message.get(0).as_string().unwrap_or_default();
    let more = message.get(2).is_truthy();
    // Whoever is told may ask again, or end the program.
    let told = RUNNING.with_borrow_mut(|all| all.get_mut(&program).and_then(|it| it.asked.pop_front()));
    let Some(mut told) = told else { return };
    if more {
        told(Said::Meanwhile(text));
        RUNNING.with_borrow_mut(|all| {
            if let Some(running) = all.get_mut(&program) {
                running.asked.push_front(told);
            }
        });
    } else {
        let bytes = message.get(1).dyn_into::<Uint8Array>().map(|it| it.to_vec()).unwrap_or_default();
        told(Said::Done(text, bytes));
    }
}
