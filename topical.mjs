import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, existsSync } from 'node:fs'
import { openStore } from './dist/stores/index.js'
const {uri,password}=JSON.parse(readFileSync('/tmp/neo4j-live.json','utf8'))
const env={...process.env,NEO4J_PASSWORD:password,NEO4J_USERNAME:'neo4j'}
const load=(dir,rec,store)=>{const t=Date.now();const r=spawnSync('node',[dir+'/dist/cli/main.js','load',rec,'--store',store,'--fresh'],{env,encoding:'utf8'});if(r.status!==0)throw new Error(r.stderr);return ((Date.now()-t)/1000).toFixed(1)}
const B=['/tmp/wt/neo4j','/tmp/neo4j-topB.jsonl'],C=['/tmp/neo4j-alt','/tmp/neo4j-topC.jsonl']
async function look(target){const s=await openStore(target,env);try{
 const plain=(row)=>JSON.stringify(row,(_,v)=>Array.isArray(v)?[...v].sort():v&&typeof v==='object'?Object.fromEntries(Object.entries(v).filter(([,x])=>x!==null).sort()):v)
 const nodes=await s.read('MATCH (n) WHERE n:Article OR n:Statement OR n:Entity OR n:AraxesSchema RETURN labels(n) AS labels, n AS node',{})
 const rels=await s.read('MATCH (a)-[r]->(b) RETURN a.id AS s, type(r) AS t, b.id AS d, r AS e',{})
 const st=await s.read(`MATCH (p:Entity)<-[:SOURCE]-(s:Statement)-[:TARGET]->(q:Entity) MATCH (s)<-[:STATES]-(a:Article) WHERE s.polarity='affirmed' RETURN a.id AS article, s.edge AS edge, s.modality AS m, coalesce(s.date,s.reportedOn) AS day`,{})
 const want=new Map();for(const x of st){const w=want.get(x.edge)??{n:0,a:new Set(),act:0,f:null,l:null};w.n++;w.a.add(x.article);if(x.m==='actual')w.act++;if(x.day!==null){if(w.f===null||x.day<w.f)w.f=x.day;if(w.l===null||x.day>w.l)w.l=x.day};want.set(x.edge,w)}
 const got=rels.filter(r=>r.e.statements!=null&&r.e.statements!==undefined);let bad=0
 for(const r of got){const w=want.get(`${r.s} ${r.t} ${r.d}`);if(!w||w.n!==r.e.statements||w.a.size!==r.e.articles||w.act!==r.e.actual||w.f!==(r.e.firstDate??null)||w.l!==(r.e.lastDate??null))bad++}
 return {dump:[...nodes.map(plain).sort(),...rels.map(plain).sort()],nodes:nodes.length,rels:rels.length,edges:got.length,wanted:want.size,bad}
 }finally{await s.close()}}
const G='/tmp/neo4j-top'; for(const f of ['B','C','X']) for (const e of ['','.wal']) rmSync(G+f+'.graph'+e,{recursive:true,force:true})
const show=(n,l,ref)=>console.log(n,'nodes',l.nodes,'rels',l.rels,'direct edges',l.edges,'recomputed',l.wanted,'differing',l.bad,ref?('equal to fresh: '+(JSON.stringify(l.dump)===JSON.stringify(ref.dump))):'')
load(...B,G+'B.graph'); const fb=await look(G+'B.graph'); show('fresh base',fb)
load(...C,G+'C.graph'); const fc=await look(G+'C.graph'); show('fresh changed',fc)
for(const t of [G+'X.graph',uri]){
 if(t===uri){const neo=(await import('neo4j-driver')).default;const d=neo.driver(uri,neo.auth.basic('neo4j',password));await d.executeQuery('MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS',{},{database:'neo4j'}).catch(async()=>{const s=d.session({database:'neo4j'});await s.run('MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');await s.close()});await d.close()}
 for(const [n,p,ref] of [['base',B,fb],['base again',B,fb],['changed',C,fc],['back',B,fb]]){const s=load(...p,t);show(`${t===uri?'neo4j':'embedded'} ${n} (${s} s)`,await look(t),ref)}
}
