import * as aen from "../kernel/aen/index.js";
import { ClipFeatures } from "../kernel/aen/ablation/clipFeatures.js";
import { TopDownTrainer } from "../kernel/aen/ablation/topDownTrainer.js";
import { defaultLoss, trainingDefaults } from "../kernel/aen/training/trainOptions.js";
import { Evaluation } from "../kernel/aen/metrics/evaluation.js";
const t0=Date.now(); const T=()=>((Date.now()-t0)/1000).toFixed(1);
const dev=Number(process.argv[2]??.6), per=Number(process.argv[3]??20), diff=Number(process.argv[4]??.3);
const clips=await aen.clips.synthetic({perEmotion:per,deviating:dev,seed:7,size:64,difficulty:diff,identities:20});
const {train,test}=clips.split({by:"identity",test:.4,seed:7} as any);
const base=aen.model("small",{seed:1});
console.log(T(),'clips',train.length,test.length);
const pre=await aen.train(base,train,{epochs:0,seed:1,record:false} as any);
console.log(T(),'pretrained', pre.epochs.map(e=>e.loss.toFixed(2)).join(' '));
const f=await ClipFeatures.compute(pre.model,clips);
console.log(T(),'features');
const d=trainingDefaults.small; const terms=defaultLoss(base.configuration);
const tr=new TopDownTrainer(pre.model.copy(),terms,d.optimizer);
const start=pre.model.weights();
const arms:Record<string,Record<string,number>>={base:{},
 'no transfer':Object.fromEntries([0,1,3].map(l=>['semantic transfer at level '+l,0])),
 'no energy':{'energy of sentiment':0,'energy of emotion':0},
 'no frame':{'energy of sentiment':0,'energy of emotion':0,...Object.fromEntries([0,1,3].map(l=>['semantic transfer at level '+l,0]))},
 'no sentiment':{'sentiment at level 1':0,'sentiment at clip':0},
};
for(const [n,w] of Object.entries(arms)){ const us=[];
 for(let seed=1;seed<=3;seed++){
  const m=aen.model("small",{seed:100+seed});const own=m.weights();m.dispose();
  const merged=new Map(start);for(const [k,v] of own) if(!k.startsWith('spatial.')&&!k.startsWith('head.frame.'))merged.set(k,v);
  tr.model.setWeights(merged);tr.reset();
  const plan={...d,epochs:Number(process.argv[5]??12),balanced:false,seed};
  let last=''; await tr.train(f,train,plan as any,w,{afterEpoch(e){last=e.loss.toFixed(3)}});
  const e=new Evaluation(test,await tr.predict(f,test,plan as any));
  us.push(e.uar.toFixed(3)+'/'+e.sentimentUar.toFixed(2)+'('+last+')');
 }
 console.log(T(),n,us.join(' '));
}
process.exit(0)
