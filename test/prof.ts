import * as aen from "../kernel/aen/index.js";
import { TopDownTrainer } from "../kernel/aen/ablation/topDownTrainer.js";
import { defaultLoss, trainingDefaults } from "../kernel/aen/training/trainOptions.js";
import { compile } from "../kernel/engine/compile.js";
const m=aen.model("small",{seed:1});
const d=trainingDefaults.small;
const tr=new TopDownTrainer(m,defaultLoss(m.configuration),d.optimizer) as any;
const clips=await aen.clips.synthetic({perEmotion:10,seed:7,size:64,frames:8});
const r=()=>Math.random()-.5;
const w={features0:64,features1:256,features3:256,frameLogits:7,pseudoLabelLogits:7} as any;
const f={inputsFor:(c:any[],n:any[])=>Object.fromEntries(Object.entries(w).map(([k,v]:any)=>[k,{data:Float32Array.from({length:c.length*8*v},r),shape:[c.length,8,v],dtype:'float32'}]))};
let t=performance.now();
for(let i=0;i<6;i++){await tr.train(f,clips,{...d,epochs:1,balanced:false,seed:i});const n=performance.now();console.log('4 steps',(n-t).toFixed(0));t=n;}
const c0=process.cpuUsage();
await tr.train(f,clips,{...d,epochs:5,balanced:false,seed:9});console.log('20 steps wall',(performance.now()-t).toFixed(0),'cpu',Object.values(process.cpuUsage(c0)).map(x=>x/1000));
process.exit(0)
