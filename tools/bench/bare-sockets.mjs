// The least a server can do for the same news: it keeps a support, and tells everybody in the room. Run as a process.
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

const [, , databaseUrl, proposalId, personId] = process.argv;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const statements = {
  PUT: 'insert into support (proposal_id, person_id, created_at) values ($1, $2, now()) on conflict do nothing',
  DELETE: 'delete from support where proposal_id = $1 and person_id = $2',
};
const httpServer = createServer((request, response) => {
  void pool.query(statements[request.method], [proposalId, personId]).then(() => {
    io.to('village:bare').emit('change', { room: 'village:bare', change: { kind: 'support', proposalId } });
    response.writeHead(204).end();
  });
});
const io = new Server(httpServer, { serveClient: false });
io.on('connection', (socket) => {
  socket.on('join', (room, answer) => {
    void socket.join(room);
    answer({ joined: true });
  });
});
httpServer.listen(0, '127.0.0.1', () => process.send?.({ port: httpServer.address().port }));
process.once('SIGTERM', () => process.exit(0));
