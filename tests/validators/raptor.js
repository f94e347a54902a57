// Asks another engine, RAPTOR as npm has it, when one first arrives at each stop.
//
//   node raptor.js TOLD    a JSON of {vehicles, walks, same, questions}
//
// vehicles: lists of {stop, arrivalTime, departureTime, pickUp, dropOff}; walks: lists of
// {origin, destination, duration}; same: the shortest change of each stop; questions:
// where one is when. Answers on standard output with JSON: for each question the first
// arrival at each stop, a change there included. (Its own reader of GTFS ends without a
// word under Node 20, so vehicles are told.)
'use strict';

const fs = require('fs');
const path = require('path');

const { RaptorAlgorithmFactory } = require(
  path.join(process.env.WEFT_VALIDATORS, 'node_modules', 'raptor-journey-planner'),
);

const told = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const service = { runsOn: () => true };
const trips = told.vehicles.map((stopTimes, n) => ({ tripId: String(n), stopTimes, service }));
const transfers = {};
for (const walk of told.walks) {
  const always = { startTime: 0, endTime: Number.MAX_SAFE_INTEGER };
  (transfers[walk.origin] ||= []).push({ ...walk, ...always });
}
const raptor = RaptorAlgorithmFactory.create(trips, transfers, told.same);
// It remembers the last vehicle of a line that it found, and never looks at a later one
// again, though the next stop may be reached later: forget it where that is asked.
if (told.forgetful) {
  const { create } = raptor.routeScannerFactory;
  raptor.routeScannerFactory.create = (...day) => {
    const scanner = create.apply(raptor.routeScannerFactory, day);
    const { getTrip } = scanner;
    scanner.getTrip = (...asked) => {
      scanner.routeScanPosition = {};
      return getTrip.apply(scanner, asked);
    };
    return scanner;
  };
}
const found = told.questions.map((origins) => {
  const [connections, arrivals] = raptor.scan(origins, 20230614, 3);
  return Object.fromEntries(Object.entries(arrivals).filter(
    ([stop]) => Object.keys(connections[stop]).length > 0,
  ));
});
process.stdout.write(JSON.stringify(found));
